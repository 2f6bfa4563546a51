# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 431 in HTTP/1.0, from a server on the same link.
expect_cause=http.client_error
target=http://$S4:$PORT/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/1.0 431'
build() {
	net near
	tcp "$PORT" head 'HTTP/1.0 431 Request Header Fields Too Large\r\n\r\ntoo much\n'
}
