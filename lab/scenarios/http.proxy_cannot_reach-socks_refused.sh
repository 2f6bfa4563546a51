# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# SOCKS: connection refused.
expect_cause=http.proxy_cannot_reach
env=(all_proxy=socks5://$S4:3128)
target=https://$D4/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(97\)'
build() {
	net far
	dns
	ca
	proxy socks=5
}
