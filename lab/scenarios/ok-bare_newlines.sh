# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An old device that ends its lines with a newline alone.
expect_status=ok
target="http://[$S6]:8080/"
proof="curl -sSi -m 6 '$target'"
proof_match='hello'
build() {
	net one
	tcp 8080 head 'HTTP/1.0 200 OK\nServer: printer\n\nhello\n'
}
