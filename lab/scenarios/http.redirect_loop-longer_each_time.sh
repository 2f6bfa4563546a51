# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A relative redirect that makes the path longer each time.
expect_cause=http.redirect_loop
target=http://$NAME/
proof="curl -sSL -m 6 $target"
proof_match='curl: \(47\)'
build() {
	net far
	dns
	tcp 80 head 'HTTP/1.1 302 Found\r\nLocation: app/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
}
