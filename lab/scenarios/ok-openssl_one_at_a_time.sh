# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server that talks with one client at a time, by a name with two addresses.
expect_status=ok
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='s_server'
build() {
	net far
	site key=rsa:2048
	bg s 443 openssl s_server -accept 443 -cert "$DIR/leaf.crt" -key "$DIR/leaf.key" -tls1_2 -www
}
