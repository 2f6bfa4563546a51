# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The service of this host listens on IPv6 only, the target is its IPv4 address.
expect_cause=port.wrong_family
target=http://$C4:$PORT/
proof="curl -sS $target; curl -sS -g 'http://[$C6]:$PORT/'"
proof_match='curl: \(7\).*hello'
build() {
	net far
	tcp -h c -b "$C6" "$PORT" head 'HTTP/1.0 200 OK\r\n\r\nhello\n'
}
