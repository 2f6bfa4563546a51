# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# SOCKS: time to live expired.
expect_cause=http.proxy_cannot_reach
env=(ALL_PROXY=socks5h://$S4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(97\)'
build() {
	net far
	site
	proxy socks=6
}
