# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# GnuTLS that speaks TLS 1.1 at most.
expect_cause=tls.version
needs=gnutls-serv
target=https://$NAME:5556/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(35\)'
build() {
	net far
	site key=rsa:2048
	bg s 5556 gnutls-serv --http -q -p 5556 --x509certfile "$DIR/leaf.crt" --x509keyfile "$DIR/leaf.key" --priority NORMAL:-VERS-ALL:+VERS-TLS1.1
}
