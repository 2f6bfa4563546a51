# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An unreachable route for an IPv6 prefix.
expect_cause=local.route_reject
target="http://[$S6]/"
proof="ip -6 route show type unreachable; nc -vz -w2 $S6 80"
proof_match='unreachable.*No route'
build() {
	net far
	http
	ip -n "$(ns c)" -6 route add unreachable "$SNET6::/64" metric 5
}
