# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A router has an unreachable route for that host and says so at once.
expect_cause=path.no_route
target=https://$NAME/
proof="ping -c1 -W2 $S4; nc -vz -w2 $S4 443"
proof_match='From [^\n]*(Host|Net) Unreachable.*No route to host'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	ip -n "$TAG-r2" route add unreachable "$S4/32"
}
