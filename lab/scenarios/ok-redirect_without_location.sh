# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 302 without a Location: clients show it as it is.
expect_status=ok
target=http://$S4:$PORT/
proof="curl -sSi -m 6 $target"
proof_match='302'
build() {
	net near
	tcp "$PORT" head 'HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n'
}
