# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A GnuTLS server with two intermediates; the leaf expired an hour ago.
expect_cause=tls.expired
needs=gnutls-serv
target=https://$NAME:5556/
proof="curl -sSi -m 6 $target"
proof_match='certificate has expired'
build() {
	net far
	dns
	ca
	cert upper issuer=ca ca=1 to='2000 days' cn='Lab Policy CA'
	cert inter issuer=upper ca=1 to='900 days' cn='Lab Issuing CA'
	cert leaf issuer=inter to='1 hour ago'
	cat "$DIR/inter.crt" "$DIR/upper.crt" >>"$DIR/leaf.crt"
	bg s 5556 gnutls-serv --http -q -p 5556 --x509certfile "$DIR/leaf.crt" --x509keyfile "$DIR/leaf.key"
}
