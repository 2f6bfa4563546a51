# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server speaks only TLS 1.0.
expect_cause=tls.version
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='curl: \(35\)'
build() {
	net far
	site key=rsa:2048
	https leaf 443 "return 200 'hello\n';" 'ssl_protocols TLSv1; ssl_ciphers ALL:@SECLEVEL=0;'
}
