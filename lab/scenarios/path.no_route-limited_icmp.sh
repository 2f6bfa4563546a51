# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A router without a way, which sends few errors, as Linux does unless told otherwise.
expect_cause=path.no_route
target=tcp://$S4:$PORT
proof="nc -vz -w3 $S4 $PORT"
proof_match='No route to host'
build() {
	net far 4
	ip -n "$(ns r2)" route add unreachable "$S4/32"
	x r2 'echo 1000 >/proc/sys/net/ipv4/icmp_ratelimit'
}
