# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A P-384 key, TLS 1.3 only, by name over IPv6 alone.
expect_status=ok
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	dns "host-record=$NAME,$S6"
	ca
	cert leaf issuer=ca 'key=ec -pkeyopt ec_paramgen_curve:P-384'
	https leaf 443 "return 200 'hello\n';" 'ssl_protocols TLSv1.3;'
}
