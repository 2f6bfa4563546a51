# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Two machines announce the same address again and again (gratuitous ARP); neither serves the port of the target.
expect_status="failed degraded" expect_cause="path.duplicate_address port.silent"
target=http://$S4:$PORT/
proof="nc -vz -w1 $S4 $PORT; ip monitor neigh & p=\$!; sleep 1; kill \$p"
proof_match="($S4 dev eth0 lladdr [0-9a-f:]+.*){2}"
build() {
	net near 4
	host s2
	link s2 eth0 r1 port3
	ip -n "$(ns r1)" link set port3 master lan0
	addr s2 eth0 "$S4/24"
	rules s "input tcp dport $PORT drop"
	rules s2 "input tcp dport $PORT drop"
	bg s - $PYTHON "$SERVERS/arp.py" eth0 "$S4" 0.1
	bg s2 - $PYTHON "$SERVERS/arp.py" eth0 "$S4" 0.13
}
