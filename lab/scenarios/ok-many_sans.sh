# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A certificate with sixty names, ours the last.
expect_status=ok
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	site "san=$(printf "DNS:h%s.$DOMAIN," {1..60})DNS:$NAME"
	https leaf
}
