# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# openssl s_server without session tickets, TLS 1.3 alone.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='s_server'
build() {
	net far
	site
	bg s 443 openssl s_server -accept 443 -cert "$DIR/leaf.crt" -key "$DIR/leaf.key" -www -tls1_3 -num_tickets 0
}
