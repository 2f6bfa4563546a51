# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A private authority that this host does not know; the chain is complete.
expect_cause=tls.unknown_ca
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='unable to get local issuer|self.signed certificate in'
build() {
	net far
	dns
	ca
	cert root ca=1 to='3000 days' cn='Company Root'
	cert inter issuer=root ca=1 to='900 days' cn='Company Issuing CA'
	cert leaf issuer=inter
	cat "$DIR/inter.crt" "$DIR/root.crt" >>"$DIR/leaf.crt"
	https leaf
}
