# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# --source names an interface that has no route to the target.
expect_cause=local.no_route
target=http://$S4/
args=(--source eth1)
proof="curl -sS http://$S4/; curl -sS -m 6 --interface eth1 http://$S4/; ip route show dev eth1"
proof_match='^hello.*connect.*10.254.9.0/24 proto kernel scope link src 10.254.9.2'
build() {
	net far 4
	http
	host x
	link c eth1 x eth0
	addr c eth1 10.254.9.2/24
}
