# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server wants another group: a HelloRetryRequest.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf 443 "return 200 'hello\n';" 'ssl_protocols TLSv1.3; ssl_ecdh_curve secp384r1;'
}
