# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same in IPv6.
expect_cause=path.loop
target="https://[2001:db8:9::7]/"
proof="ping -6 -c1 -W2 2001:db8:9::7"
proof_match='(Time|Hop limit) .*exceeded'
build() {
	net far
	route r1 2001:db8:9::/48 "$TNET6::2"
}
