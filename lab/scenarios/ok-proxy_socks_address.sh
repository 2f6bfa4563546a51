# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A SOCKS proxy, the target given by IPv6 address.
expect_status=ok
env=(ALL_PROXY=socks5://$S4:3128)
target="http://[$S6]/"
proof="curl -sS -m 6 '$target'"
proof_match='hello'
build() {
	net near
	http
	proxy
}
