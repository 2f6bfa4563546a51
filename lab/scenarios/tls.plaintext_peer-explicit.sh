# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# tls:// to a port that speaks plain text.
expect_cause=tls.plaintext_peer
target=tls://$NAME:5000
proof="curl -sS -m 6 $target"
proof_match='wrong version|curl: '
build() {
	net far
	dns
	tcp 5000 reply 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'
}
