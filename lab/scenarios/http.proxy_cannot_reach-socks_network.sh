# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# SOCKS: network unreachable, target by IPv6 address.
expect_cause=http.proxy_cannot_reach
env=(all_proxy=socks5h://$S4:3128)
target="http://[$D6]:8080/"
proof="curl -sS -m 6 '$target'"
proof_match='curl: \(97\)'
build() {
	net near
	proxy socks=3
}
