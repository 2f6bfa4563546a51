# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A large RSA certificate.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site key=rsa:4096
	https leaf
}
