# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Two routers point at each other for that network.
expect_cause=path.loop
target=http://198.51.100.$((RANDOM % 200 + 10))/
proof="ping -c1 -W2 198.51.100.77; nc -vz -w2 198.51.100.77 80"
proof_match='Time to live exceeded.*No route to host'
build() {
	net far
	route r1 198.51.100.0/24 "$R2"
}
