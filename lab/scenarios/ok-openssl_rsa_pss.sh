# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A key that can only sign by RSA-PSS.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='s_server'
build() {
	net far
	site key='rsa-pss -pkeyopt rsa_keygen_bits:2048'
	bg s 443 openssl s_server -accept 443 -cert "$DIR/leaf.crt" -key "$DIR/leaf.key" -www
}
