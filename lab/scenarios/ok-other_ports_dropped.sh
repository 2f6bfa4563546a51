# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Every other port is dropped at the host, and echo too.
expect_status=ok
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	rules s 'input tcp dport != 443 drop'
	rules s 'input meta l4proto udp drop'
	rules s 'input icmp type echo-request drop'
	rules s 'input icmpv6 type echo-request drop'
}
