# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# --source names a second interface, whose own gateway is not there; the main way is fine.
expect_cause=local.gateway_dead
target=http://$S4/
args=(--source eth1)
proof="curl -sS http://$S4/; curl -sS -m 6 --interface eth1 http://$S4/; ip neigh show dev eth1"
proof_match='^hello.*(timed out|No route to host|connect).*10.254.9.1 .*(FAILED|INCOMPLETE)'
build() {
	net far 4
	http
	host x
	link c eth1 x eth0
	addr c eth1 10.254.9.2/24
	ip -n "$(ns c)" route add default via 10.254.9.1 dev eth1 metric 900
}
