# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The address is no host's: a router translates it to the server's.
expect_status=ok
target=http://10.252.3.4/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 4
	http
	ip -n "$(ns r1)" route add 10.252.3.4/32 via "$R2"
	rules r2 <<-NFT
		table ip vip { chain p { type nat hook prerouting priority -100; ip daddr 10.252.3.4 dnat to $S4; }; }
	NFT
}
