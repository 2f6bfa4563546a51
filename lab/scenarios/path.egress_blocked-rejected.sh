# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The gateway rejects mail to everybody.
expect_cause=path.egress_blocked
target=tcp://$NAME:25
args=(--compare-host $S4B)
proof="nc -vz -w2 $S4 25; nc -vz -w2 $S4B 25; nc -vz -w2 $S4B 443"
proof_match='(refused|No route).*(refused|No route).*succeeded'
build() {
	net far 4
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	dns "host-record=$NAME,$S4"
	tcp 25 say '220 mail ESMTP\r\n'
	tcp 443 silent
	rules r1 'forward tcp dport { 25, 465 } reject with icmp type admin-prohibited'
}
