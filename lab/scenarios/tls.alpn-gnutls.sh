# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# GnuTLS knows one protocol only and insists on it.
expect_cause=tls.alpn
needs=gnutls-serv
target=https://$NAME:5556/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(35\)'
build() {
	net near
	site
	bg s 5556 gnutls-serv --http -q -p 5556 --alpn mqtt --alpn-fatal --x509certfile "$DIR/leaf.crt" --x509keyfile "$DIR/leaf.key"
}
