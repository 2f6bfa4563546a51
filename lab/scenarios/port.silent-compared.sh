# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A silent port, which the host to compare with serves: the network lets it out.
expect_cause=port.silent
target=ssh://$NAME
args=(--compare-host $OTHER)
proof="nc -vz -w2 $S4 22; nc -vz -w2 $S4B 22; nc -vz -w2 $S4 443"
proof_match='timed out.*succeeded.*succeeded'
build() {
	net far 4
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	dns "host-record=$NAME,$S4" "host-record=$OTHER,$S4B"
	tcp 22 say 'SSH-2.0-OpenSSH_9.2\r\n'
	tcp 443 silent
	rules s "input ip daddr $S4 tcp dport 22 drop"
}
