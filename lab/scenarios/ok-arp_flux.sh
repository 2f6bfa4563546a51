# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server with two network cards on one link: both answer for its address, and it is one machine.
expect_status=ok
target=http://$S4:$PORT/
proof="curl -sS http://$S4:$PORT/; ip neigh show $S4"
proof_match='hello.*lladdr'
build() {
	net near 4
	http "$PORT"
	link s eth1 r1 port3
	ip -n "$(ns r1)" link set port3 master lan0
	addr s eth1 "$S4B/24"
}
