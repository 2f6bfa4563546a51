# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Plain HTTP to OpenSSL's own server, by IPv6 address.
expect_cause="http.plain_to_tls input.wrong_scheme_or_port"
target="http://[$S6]:4433/"
proof="curl -sSi -m 6 '$target'; curl -sSk -m 6 'https://[$S6]:4433/'"
proof_match='curl: \((52|56|1)\).*s_server'
build() {
	net far
	cert leaf "san=IP:$S6"
	bg s 4433 openssl s_server -accept 4433 -cert "$DIR/leaf.crt" -key "$DIR/leaf.key" -www
}
