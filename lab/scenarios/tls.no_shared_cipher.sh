# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server has only ciphers without authentication, which no client offers.
expect_cause=tls.no_shared_cipher
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='curl: \(35\)'
build() {
	net far
	site key=rsa:2048
	bg s 443 openssl s_server -accept 443 -nocert -tls1_2 -cipher 'ADH-AES128-SHA256:@SECLEVEL=0' -www
}
