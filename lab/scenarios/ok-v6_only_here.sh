# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host has IPv6 alone, the name has both families.
expect_status=ok
target=http://$NAME/
proof="curl -sS -m 8 $target; ip -4 addr show dev eth0"
proof_match='hello'
build() {
	net far
	dns
	http
	ip -n "$(ns c)" -4 addr flush dev eth0
	resolv "nameserver $D6"
}
