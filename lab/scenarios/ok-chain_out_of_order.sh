# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The intermediate certificates come in the wrong order, as many servers send them.
expect_status=ok
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net one
	dns
	ca
	cert upper issuer=ca ca=1 to='2000 days' cn='Lab Policy CA'
	cert inter issuer=upper ca=1 to='900 days' cn='Lab Issuing CA'
	cert leaf issuer=inter
	cat "$DIR/upper.crt" "$DIR/inter.crt" >>"$DIR/leaf.crt"
	https leaf
}
