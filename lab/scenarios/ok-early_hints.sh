# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A 103 before the answer.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	tcp 80 head 'HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello\n'
}
