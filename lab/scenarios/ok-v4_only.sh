# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This network has no IPv6; the name has no AAAA.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 4
	site
	https leaf
}
