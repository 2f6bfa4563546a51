# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Works today; the intermediate certificate ends long before the site's own.
expect_status=ok expect_finding=tls.intermediate_expired
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='hello'
build() {
	net far
	dns
	ca
	cert inter issuer=ca ca=1 from='900 days ago' to='6 days' cn='Lab Issuing CA'
	cert leaf issuer=inter
	cat "$DIR/inter.crt" >>"$DIR/leaf.crt"
	https leaf
}
