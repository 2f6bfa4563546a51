# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Valid from tomorrow, RSA in TLS 1.2, asked by IPv6 address.
expect_cause=tls.not_yet_valid
needs=haproxy
target="https://[$S6]/"
proof="curl -sS -m 6 '$target'"
proof_match='not yet valid'
build() {
	net one
	ca
	cert leaf issuer=ca "san=IP:$S6" from='1 day' key=rsa:2048
	front 443 "ssl crt $DIR/leaf.pem ssl-max-ver TLSv1.2" 'http-request return status 200'
}
