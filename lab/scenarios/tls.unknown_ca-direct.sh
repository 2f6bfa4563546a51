# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Signed by the private root itself, which is sent as well.
expect_cause=tls.unknown_ca
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='self.signed certificate in certificate chain'
build() {
	net one
	dns
	ca
	cert root ca=1 to='3000 days' cn='Company Root'
	cert leaf issuer=root
	cat "$DIR/root.crt" >>"$DIR/leaf.crt"
	https leaf
}
