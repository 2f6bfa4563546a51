# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A private authority, by SSL_CERT_FILE.
expect_status=ok
target=https://$NAME/
env=(SSL_CERT_FILE=$DIR/root.crt)
proof="curl -sS --cacert $DIR/root.crt $target"
proof_match='hello'
build() {
	net far
	dns
	cert root ca=1 to='3000 days' cn='Company Root'
	cert leaf issuer=root
	https leaf
}
