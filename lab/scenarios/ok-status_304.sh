# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Not modified.
expect_status=ok
target=http://$NAME/
proof="curl -sSi $target"
proof_match='304'
build() {
	net far
	dns
	tcp 80 head 'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n'
}
