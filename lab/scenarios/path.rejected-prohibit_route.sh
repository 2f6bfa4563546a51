# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A router has a prohibit route for that host.
expect_cause=path.rejected
target=ssh://$S4
proof="nc -vz -w2 $S4 22; ping -c1 -W1 $S4"
proof_match='No route to host.*Packet filtered'
build() {
	net far
	ip -n "$TAG-r2" route add prohibit "$S4/32"
}
