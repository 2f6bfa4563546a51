# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A chunked answer.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	tcp 80 head 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello\n\r\n0\r\n\r\n'
}
