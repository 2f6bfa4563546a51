# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 413 with a chunked body, connection kept.
expect_cause=http.client_error
target=http://$NAME:$PORT/upload
proof="curl -sSi -m 6 $target"
proof_match='HTTP/1.1 413'
build() {
	net far
	dns
	tcp "$PORT" reply 'HTTP/1.1 413 Content Too Large\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbig\n\r\n0\r\n\r\n'
}
