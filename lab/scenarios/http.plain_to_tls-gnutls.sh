# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Plain HTTP to a GnuTLS server.
expect_cause="http.plain_to_tls input.wrong_scheme_or_port"
needs=gnutls-serv
target=http://$NAME:5556/
proof="curl -sSi -m 6 '$target'; curl -sSk -m 6 'https://$NAME:5556/'"
proof_match='curl: \((52|56|1)\).*HTML'
build() {
	net one
	dns
	cert leaf
	bg s 5556 gnutls-serv --http -q -p 5556 --x509certfile "$DIR/leaf.crt" --x509keyfile "$DIR/leaf.key"
}
