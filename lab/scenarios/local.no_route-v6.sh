# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# IPv6 only, and its default route is gone.
expect_cause=local.no_route
target="http://[$S6]:$PORT/"
proof="ip -6 route; nc -vz -w2 $S6 $PORT; ping -6 -c1 -W1 $GW6"
proof_match='unreachable.* 0% packet loss'
build() {
	net far
	http "$PORT"
	ip -n "$(ns c)" -6 route del default
}
