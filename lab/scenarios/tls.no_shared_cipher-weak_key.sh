# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An RSA key of 1024 bits is too weak for this host.
target=https://$NAME/
expect_cause="tls.no_shared_cipher tls.handshake_refused"
proof="curl -sS -m 6 $target"
proof_match='curl: \((35|60)\)'
build() {
	net far
	site key=rsa:1024
	bg s 443 openssl s_server -accept 443 -cert "$DIR/leaf.crt" -key "$DIR/leaf.key" -cipher 'ALL:@SECLEVEL=0' -www
}
