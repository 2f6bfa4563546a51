# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The front answers 522: its origin does not.
expect_cause=http.cdn_origin
target=http://$NAME/
proof="curl -sSi $target"
proof_match='522'
build() {
	net far
	dns
	tcp 80 head 'HTTP/1.1 522 Origin Connection Time-out\r\nServer: cloudflare\r\nCF-RAY: 8f1-NRT\r\nContent-Length: 0\r\n\r\n'
}
