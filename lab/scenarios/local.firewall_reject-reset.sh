# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The own firewall answers with a TCP reset: it looks like a closed port.
expect_cause=local.firewall_reject
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT; nft list ruleset"
proof_match='refused.*reset'
build() {
	net far
	http "$PORT"
	rules c "output tcp dport $PORT reject with tcp reset"
}
