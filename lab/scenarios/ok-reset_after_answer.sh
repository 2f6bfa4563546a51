# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The connection is reset behind a complete answer.
expect_status=ok
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	dns
	tcp 80 answer_rst 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello\n'
}
