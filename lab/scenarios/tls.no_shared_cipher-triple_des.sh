# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Only 3DES is left, which today's clients do not offer.
expect_cause=tls.no_shared_cipher
needs=gnutls-serv
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(35\)'
build() {
	net one
	site key=rsa:2048
	bg s 443 gnutls-serv --http -q -p 443 --x509certfile "$DIR/leaf.crt" --x509keyfile "$DIR/leaf.key" --priority NONE:+VERS-TLS1.2:+3DES-CBC:+RSA:+SHA1:+SIGN-ALL:+COMP-NULL:+CTYPE-ALL
}
