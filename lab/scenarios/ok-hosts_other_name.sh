# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A stale line of the hosts file, for another name.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	hosts "$SNET.5 $OTHER" "203.0.113.9 mail.$DOMAIN"
}
