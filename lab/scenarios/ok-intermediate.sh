# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A chain with an intermediate, sent as it should be.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	ca
	cert inter issuer=ca ca=1 to='900 days' cn='Lab Issuing CA'
	cert leaf issuer=inter
	cat "$DIR/inter.crt" >>"$DIR/leaf.crt"
	https leaf
}
