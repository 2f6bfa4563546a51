# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An interim response stands before the error.
expect_cause=http.not_found
target=http://$NAME/x
proof="curl -sSi $target"
proof_match='103 Early Hints.*404 Not Found'
build() {
	net far
	dns
	tcp 80 head 'HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n'
}
