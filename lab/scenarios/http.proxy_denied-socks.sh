# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A SOCKS proxy whose rules forbid the target.
expect_cause=http.proxy_denied
env=(ALL_PROXY=socks5h://$S4:3128)
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(97\)'
build() {
	net far
	dns
	proxy socks=2
}
