# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# HTTP/1.0, a body that nobody asked for in that coding, no length: one request a connection.
expect_cause=http.not_found
target=http://$NAME/x
proof="curl -sSi $target | head -3"
proof_match='404 Nothing'
build() {
	net far
	dns
	tcp 80 head 'HTTP/1.0 404 Nothing\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcb\x48\xcd\xc9\xc9\x07\x00'
}
