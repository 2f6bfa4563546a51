# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A second network card stands in a LAN that has the target's IPv6 prefix, too.
expect_cause=local.route_overlap expect_certainty=proven
target=tcp://[$S6]:$PORT
proof="ip route get $S6; nc -vz -w6 $S6 $PORT; ip neigh show dev eth1"
proof_match='dev eth1.*No route to host.*(FAILED|INCOMPLETE)'
build() {
	net far 6
	http "$PORT"
	host x
	link c eth1 x eth0
	addr c eth1 "$SNET6::f0/64"
	addr x eth0 "$SNET6::f1/64"
}
