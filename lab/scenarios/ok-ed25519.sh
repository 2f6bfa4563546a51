# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An Ed25519 key.
expect_status=ok
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='hello'
build() {
	net one
	site key=ed25519
	https leaf
}
