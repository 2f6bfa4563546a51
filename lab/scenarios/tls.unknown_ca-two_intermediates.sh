# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A company's own CA, complete chain with two intermediates.
expect_cause=tls.unknown_ca
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='self-signed certificate in certificate chain|unable to get local issuer'
build() {
	net far
	dns
	ca other
	cert root ca=1 to='3000 days' cn='Acme Root'
	cert upper issuer=root ca=1 to='2000 days' cn='Acme Policy'
	cert inter issuer=upper ca=1 to='900 days' cn='Acme Issuing'
	cert leaf issuer=inter
	cat "$DIR/inter.crt" "$DIR/upper.crt" "$DIR/root.crt" >>"$DIR/leaf.crt"
	https leaf
}
