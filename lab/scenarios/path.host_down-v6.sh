# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No machine has that IPv6 address on the last network.
expect_cause=path.host_down
target="http://[$SNET6::dead]/"
proof="nc -vz -w5 $SNET6::dead 80"
proof_match='(No route to host|unreachable)'
build() {
	net far
}
