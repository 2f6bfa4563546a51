# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name has an AAAA, this host has no IPv6.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 4
	dns
	http
}
