# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name server ignores question types that it does not know.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns_py "$NAME=$S4" "$NAME=$S6" 'TXT!silent' 'HTTPS!silent' 'SRV!silent'
	http
}
