# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The first router has no route to that network.
expect_cause=path.no_route
target=tcp://203.0.113.$((RANDOM % 200 + 10)):443
proof="nc -vz -w2 203.0.113.77 443; ping -c1 -W2 203.0.113.77"
proof_match='Network is unreachable.*From.*Net Unreachable'
build() {
	net far
}
