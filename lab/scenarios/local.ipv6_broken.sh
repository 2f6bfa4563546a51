# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# IPv6 is configured here, but nothing beyond the gateway answers over it.
expect_status=degraded expect_cause=local.ipv6_broken
target=http://$NAME/
proof="curl -6 -sS -m 4 $target; curl -4 -sS $target; ping -6 -c1 -W1 $D6"
proof_match='curl: \((7|28)\).*hello.*100% packet loss'
build() {
	net far
	dns
	http
	rules r1 'forward meta nfproto ipv6 drop'
}
