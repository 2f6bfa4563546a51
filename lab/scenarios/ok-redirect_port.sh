# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A redirect to another port of the same host, by IPv6 address.
expect_status=ok
target="http://[$S6]/"
proof="curl -sSL -m 6 '$target'"
proof_match='hello'
build() {
	net one
	http 80 "return 302 http://[$S6]:8080/app;"
	http 8080
}
