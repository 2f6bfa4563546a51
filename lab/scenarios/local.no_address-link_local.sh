# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Only a 169.254 address, which the host gave itself; the target is an address.
expect_cause="local.no_address local.no_route"
target=http://$S4/
proof="ip -br -4 addr show eth0; nc -vz -w2 $S4 80"
proof_match='169\.254.*unreachable'
build() {
	net far 4
	http
	ip -n "$(ns c)" addr flush dev eth0 scope global
	ip -n "$(ns c)" addr add 169.254.7.9/16 dev eth0 scope link
}
