# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server that reads slowly and answers after the whole request, near.
expect_status=ok
target="http://[$S6]:8080/a?b=c"
proof="curl -sSi -m 6 '$target'"
proof_match='hello'
build() {
	net near
	tcp 8080 head 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello\n' 1.5
}
