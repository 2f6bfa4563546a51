# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An HTTP/1.0 server.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	tcp 80 head 'HTTP/1.0 200 OK\r\nServer: old\r\n\r\nhello\n'
}
