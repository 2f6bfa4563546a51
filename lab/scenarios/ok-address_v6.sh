# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The target is an IPv6 address.
expect_status=ok
target="http://[$S6]:$PORT/"
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	http "$PORT"
}
