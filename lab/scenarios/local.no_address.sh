# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# DHCP gave nothing: the interface is up, with no address.
expect_cause=local.no_address
target=https://$NAME/
proof="ip -br -4 addr show eth0; ip -br link show eth0; nc -vz -w2 $S4 443"
proof_match='LOWER_UP.*unreachable'
build() {
	net far
	site
	https leaf
	ip -n "$(ns c)" addr flush dev eth0 scope global
}
