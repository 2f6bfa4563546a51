# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Reset after the hello, by IPv6 address.
expect_cause=tls.handshake_reset
target="https://[$S6]/"
proof="curl -sSk -m 6 '$target'"
proof_match='curl: \(35\).*reset'
build() {
	net one
	ca
	tcp 443 read_rst
}
