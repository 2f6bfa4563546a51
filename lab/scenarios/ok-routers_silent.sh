# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The routers send no ICMP errors at all.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	for h in r1 r2; do rules $h 'output meta l4proto { icmp } drop'; done
}
