# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A header with bytes that are no UTF-8.
expect_status=ok
target=http://$S4:$PORT/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net near
	tcp "$PORT" head 'HTTP/1.1 200 OK\r\nServer: caf\xe9\r\nContent-Length: 6\r\n\r\nhello\n'
}
