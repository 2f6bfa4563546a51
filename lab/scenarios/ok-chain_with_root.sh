# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server sends its root as well: needless, harmless.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	cat "$DIR/ca.crt" >>"$DIR/leaf.crt"
	https leaf
}
