# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No such neighbour over IPv6.
expect_cause=path.host_down
target="http://[$CNET6::bad]/"
proof="ping -c1 -W4 $CNET6::bad; ip neigh show $CNET6::bad"
proof_match='(unreachable|100% packet loss).*(FAILED|INCOMPLETE)'
build() {
	net near
}
