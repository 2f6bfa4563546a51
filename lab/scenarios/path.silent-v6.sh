# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same over IPv6, by address.
expect_cause=path.silent
target="http://[$S6]/"
proof="nc -vz -w2 $S6 80; ping -6 -c1 -W1 $TNET6::2"
proof_match='timed out.* 0% packet loss'
build() {
	net far
	http
	rules s 'input meta nfproto ipv6 meta l4proto { tcp, udp } drop; icmpv6 type echo-request drop'
}
