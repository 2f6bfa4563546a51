# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The second router lost its route; the name resolves.
expect_cause=path.no_route
target=https://$NAME/
proof="nc -vz -w2 $SNET.77 443; ping -c1 -W2 $S4"
proof_match='(unreachable|No route).*From.*Unreachable'
build() {
	net far 4
	site
	https leaf
	ip -n "$(ns r2)" addr del "$SGW4/24" dev srv0
	ip -n "$(ns r2)" route del default
	ip -n "$(ns r2)" route add "$CNET.0/24" via "$R1"
}
