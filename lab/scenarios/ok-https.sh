# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# All is well.
expect_status=ok
target=https://$NAME/
proof="curl -sS $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
}
