# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The answers come back over another interface, and strict filtering throws them away.
expect_cause=local.rp_filter
target=tcp://$S4:$PORT
proof="cat /proc/sys/net/ipv4/conf/eth1/rp_filter; nc -vz -w2 $S4 $PORT; nstat -asz TcpExtIPReversePathFilter"
proof_match='^1.*timed out.*IPReversePathFilter\s+[1-9]'
build() {
	net one 4
	http "$PORT"
	link c eth1 s eth1
	ip -n "$(ns c)" addr add 10.3.77.1/30 dev eth1
	ip -n "$(ns s)" addr add 10.3.77.2/30 dev eth1
	ip -n "$(ns s)" route add "$C4/32" via 10.3.77.1
	x s 'echo 2 >/proc/sys/net/ipv4/conf/eth1/arp_announce'
	x c 'echo 1 >/proc/sys/net/ipv4/conf/eth1/rp_filter'
}
