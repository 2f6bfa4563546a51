# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An expired root is in the store too; this chain does not need it.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	ca
	ca oldroot from='4000 days ago' to='900 days ago'
	cert leaf issuer=ca
	https leaf
}
