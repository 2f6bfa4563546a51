# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A host with IPv6 alone whose only name server has an IPv4 address.
expect_cause=local.no_address
target=https://$NAME/
proof="ip -br -4 addr show eth0; dig +tries=1 +time=2 $NAME; curl -6 -sS -m 4 --resolve $NAME:443:[$S6] $target"
proof_match='unreachable.*hello'
build() {
	net far
	site
	https leaf
	ip -n "$(ns c)" -4 addr flush dev eth0 scope global
}
