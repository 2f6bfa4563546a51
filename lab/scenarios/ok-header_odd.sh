# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Lower-case names, odd spaces, an unknown code in the 200s, no reason.
expect_status=ok
target=http://$S4:$PORT/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net near
	tcp "$PORT" head 'HTTP/1.1 299 \r\nserver:x\r\ncontent-length:   6\r\nx-empty:\r\nconnection: close\r\n\r\nhello\n'
}
