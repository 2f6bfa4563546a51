# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# OpenSSL's own server, asked by IPv6 address.
expect_status=ok
target="https://[$S6]:4433/"
proof="curl -sS -m 6 '$target'"
proof_match='s_server'
build() {
	net near
	ca
	cert leaf issuer=ca "san=IP:$S6"
	bg s 4433 openssl s_server -accept 4433 -cert "$DIR/leaf.crt" -key "$DIR/leaf.key" -www
}
