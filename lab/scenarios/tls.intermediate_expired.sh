# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The intermediate certificate has expired, the leaf is fine.
expect_cause=tls.intermediate_expired
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='certificate has expired'
build() {
	net far
	dns
	ca
	cert inter issuer=ca ca=1 from='900 days ago' to='2 days ago' cn='Lab Issuing CA'
	cert leaf issuer=inter
	cat "$DIR/inter.crt" >>"$DIR/leaf.crt"
	https leaf
}
