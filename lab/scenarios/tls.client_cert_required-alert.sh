# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server that ends the handshake without one.
expect_cause=tls.client_cert_required
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='curl: \((35|56|52)\)'
build() {
	net far
	site
	bg s 443 openssl s_server -accept 443 -cert "$DIR/leaf.crt" -key "$DIR/leaf.key" -CAfile "$DIR/ca.crt" -Verify 1 -verify_return_error -www
}
