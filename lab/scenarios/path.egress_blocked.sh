# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This network lets no SSH out: another host shows it.
expect_cause="path.egress_blocked"
target=ssh://$NAME
args=(--compare-host $OTHER)
proof="nc -vz -w2 $S4 22; nc -vz -w2 $S4B 22; nc -vz -w2 $S4 443; nc -vz -w2 $S4B 443"
proof_match='timed out.*timed out.*succeeded.*succeeded'
build() {
	net far 4
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	dns "host-record=$NAME,$S4" "host-record=$OTHER,$S4B"
	tcp 22 say 'SSH-2.0-OpenSSH_9.2\r\n'
	tcp 443 silent
	rules r1 'forward tcp dport 22 drop'
}
