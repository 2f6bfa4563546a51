# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The table of tracked connections is full, so that no new one gets out.
expect_cause=local.conntrack_full
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT; cd /proc/sys/net/netfilter; cat nf_conntrack_count nf_conntrack_max; nft flush ruleset; nc -vz -w2 $S4 $PORT"
proof_match='timed out.*\n([0-9]+)\n\1\n.*succeeded'
build() {
	net far 4
	http "$PORT"
	rules c 'output ct state invalid counter drop; ct state new counter accept'
	on c $PYTHON "$SERVERS/fill_conntrack.py"
}
