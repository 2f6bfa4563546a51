# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Routers and server send no ICMP whatever.
expect_status=ok
target=http://$NAME:8080/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	dns
	http 8080
	rules r1 'output meta l4proto icmp drop'
	rules r2 'output meta l4proto icmp drop'
	rules s 'output meta l4proto icmp drop'
}
