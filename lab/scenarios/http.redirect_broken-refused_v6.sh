# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The redirect leads to a port that nobody listens on, IPv6 address.
expect_cause=http.redirect_broken
target="http://[$S6]/"
proof="curl -sSL -m 6 '$target'"
proof_match='curl: \(7\)'
build() {
	net one
	http 80 "return 307 http://[$S6]:9090/;"
}
