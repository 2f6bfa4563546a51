# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The reverse: nothing beyond the gateway answers over IPv4.
expect_status=degraded expect_cause=local.ipv4_broken
target=http://$NAME/
proof="curl -4 -sS -m 4 $target; curl -6 -sS $target; ping -4 -c1 -W1 $D4"
proof_match='curl: \((7|28)\).*hello.*100% packet loss'
build() {
	net far
	dns
	http
	resolv "nameserver $D6"
	rules r1 'forward meta nfproto ipv4 drop'
}
