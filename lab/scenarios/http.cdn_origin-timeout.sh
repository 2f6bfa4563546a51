# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 524 from a front, HTTP/1.1, kept connection.
expect_cause=http.cdn_origin
target=http://$NAME/export
proof="curl -sSi -m 6 $target"
proof_match='524'
build() {
	net far
	dns
	tcp 80 reply 'HTTP/1.1 524 <none>\r\nServer: cloudflare\r\nCF-RAY: 8f0a2c-FRA\r\nContent-Length: 16\r\n\r\nerror code: 524\n'
}
