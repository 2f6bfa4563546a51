# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server speaks only TLS 1.1.
expect_cause=tls.version
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='curl: \(35\)'
build() {
	net far
	site key=rsa:2048
	bg s 443 openssl s_server -accept 443 -cert "$DIR/leaf.crt" -key "$DIR/leaf.key" -tls1_1 -cipher 'ALL:@SECLEVEL=0' -www
}
