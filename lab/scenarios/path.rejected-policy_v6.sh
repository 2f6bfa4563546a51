# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A router answers "reject route" (6) over IPv6.
expect_cause=path.rejected
target="https://[$S6]/"
proof="nc -vz -w2 $S6 443; ping -c1 -W1 $S6"
proof_match='Permission denied.* 0% packet loss'
build() {
	net far
	cert leaf
	https leaf
	rules r1 'forward meta nfproto ipv6 tcp dport 443 reject with icmpv6 reject-route'
}
