# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A GnuTLS server, TLS 1.2 only, RSA.
expect_status=ok
needs=gnutls-serv
target=https://$NAME:5556/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/1.0 200'
build() {
	net one
	site key=rsa:2048
	bg s 5556 gnutls-serv --http -q -p 5556 --x509certfile "$DIR/leaf.crt" --x509keyfile "$DIR/leaf.key" --priority NORMAL:-VERS-ALL:+VERS-TLS1.2
}
