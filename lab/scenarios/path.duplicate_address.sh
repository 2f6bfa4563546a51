# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Two machines on the link have the same IPv6 address; one serves the port. Each answer changes the neighbour table.
expect_status="failed degraded" expect_cause=path.duplicate_address
target=http://[$S6]:$PORT/
proof="ip monitor neigh & p=\$!; sleep 0.2; nc -vz -w2 $S6 $PORT; sleep 0.2; kill \$p"
proof_match="($S6 dev eth0 lladdr [0-9a-f:]+ REACHABLE.*){2}"
build() {
	net near 6
	http "$PORT"
	host s2
	link s2 eth0 r1 port3
	ip -n "$(ns r1)" link set port3 master lan0
	addr s2 eth0 "$S6/64"
}
