# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A second network card stands in a LAN that has the target's prefix, too.
expect_cause=local.route_overlap expect_certainty=proven
target=https://$NAME/
proof="ip route get $S4; nc -vz -w6 $S4 443; ip neigh show dev eth1; ip route del $SNET.0/24; nc -vz -w2 $S4 443"
proof_match='dev eth1.*No route to host.*(FAILED|INCOMPLETE).*succeeded'
build() {
	net far 4
	site
	https leaf
	host x
	link c eth1 x eth0
	addr c eth1 "$SNET.250/24"
	addr x eth0 "$SNET.251/24"
}
