# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A wildcard covers one label, not two.
expect_cause=tls.name_mismatch
target=https://a.b.$DOMAIN/
proof="curl -sS -m 6 $target"
proof_match='no alternative certificate subject name'
build() {
	net far
	dns "host-record=a.b.$DOMAIN,$S4"
	ca
	cert leaf issuer=ca "san=DNS:*.$DOMAIN"
	https leaf
}
