# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server with two network cards on one link, and nothing listens: it is one machine all the same.
expect_cause=port.refused
target=http://$S4:$PORT/
proof="nc -vz -w2 $S4 $PORT"
proof_match='refused'
build() {
	net near 4
	link s eth1 r1 port3
	ip -n "$(ns r1)" link set port3 master lan0
	addr s eth1 "$S4B/24"
}
