# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A 206 answer with a range.
expect_status=ok
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	dns
	tcp 80 head 'HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-5/10\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n'
}
