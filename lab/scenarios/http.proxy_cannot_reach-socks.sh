# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A SOCKS proxy that says "host unreachable".
expect_cause=http.proxy_cannot_reach
env=(all_proxy=socks5h://$S4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(97\)'
build() {
	net far
	dns
	proxy socks=4
}
