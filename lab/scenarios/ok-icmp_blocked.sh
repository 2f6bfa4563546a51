# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# All ICMP is dropped by the routers and the server.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	for h in r1 r2 s; do rules $h 'input meta l4proto { icmp } drop'; done
}
