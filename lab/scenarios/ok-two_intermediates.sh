# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A chain with two intermediate certificates.
expect_status=ok
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	dns
	ca
	cert upper issuer=ca ca=1 to='2000 days' cn='Lab Policy CA'
	cert inter issuer=upper ca=1 to='900 days' cn='Lab Issuing CA'
	cert leaf issuer=inter
	cat "$DIR/inter.crt" "$DIR/upper.crt" >>"$DIR/leaf.crt"
	https leaf
}
