# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The first router has no IPv6 route to that network.
expect_cause=path.no_route
target="http://[2001:db8:77::1]:8080/"
proof="nc -vz -w2 2001:db8:77::1 8080; ping -6 -c1 -W2 2001:db8:77::1"
proof_match='unreachable.*From'
build() {
	net far
}
