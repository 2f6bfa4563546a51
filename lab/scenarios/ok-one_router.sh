# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# One router in between, https.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net one
	site
	https leaf
}
