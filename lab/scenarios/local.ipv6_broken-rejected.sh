# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The gateway rejects all IPv6, IPv4 works.
expect_status=degraded expect_cause=local.ipv6_broken
target=https://$NAME/
proof="curl -6 -sS -m 3 $target; nc -6vz -w2 $S6 80; curl -4 -sS -m 3 $target"
proof_match='(refused|connect to server).*refused.*hello'
build() {
	net far
	site
	https leaf
	rules r1 'forward meta nfproto ipv6 reject'
}
