# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# GnuTLS insists on a client certificate.
expect_cause=tls.client_cert_required
needs=gnutls-serv
target=https://$NAME:5556/
proof="curl -sSi -m 6 $target"
proof_match='curl: \((35|55|56)\)'
build() {
	net far
	site
	bg s 5556 gnutls-serv --http -q -p 5556 --require-client-cert --verify-client-cert --x509cafile "$DIR/ca.crt" --x509certfile "$DIR/leaf.crt" --x509keyfile "$DIR/leaf.key"
}
