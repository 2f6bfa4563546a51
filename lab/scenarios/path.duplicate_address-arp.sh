# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Two machines answer the same ARP question, and one of them has no such service: root sees both.
expect_status="ok failed degraded" expect_cause="path.duplicate_address port.refused"
expect_cause_root=path.duplicate_address
target=http://$S4:$PORT/
proof="for i in 1 2 3; do nc -vz -w2 $S4 $PORT; ip neigh show $S4; ip neigh flush to $S4; done"
proof_match='lladdr'
build() {
	net near 4
	http "$PORT"
	host s2
	link s2 eth0 r1 port3
	ip -n "$(ns r1)" link set port3 master lan0
	addr s2 eth0 "$S4/24"
}
