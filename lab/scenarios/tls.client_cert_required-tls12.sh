# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same in TLS 1.2.
expect_cause=tls.client_cert_required
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='curl: \((35|55|56)\)'
build() {
	net one
	site
	bg s 443 openssl s_server -accept 443 -cert "$DIR/leaf.crt" -key "$DIR/leaf.key" -CAfile "$DIR/ca.crt" -Verify 1 -verify_return_error -www -tls1_2
}
