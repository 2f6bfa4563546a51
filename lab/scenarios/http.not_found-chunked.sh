# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The error comes in chunks over a connection that is kept.
expect_cause=http.not_found
target=http://$NAME/x
proof="curl -sSi $target"
proof_match='404 Not Found.*nothing under that path'
build() {
	net far
	dns
	tcp 80 head 'HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n8\r\nnothing \r\n10\r\nunder that path\n\r\n0\r\n\r\n'
}
