# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host's own rules drop other ports, addresses and users.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	rules c <<-'NFT'
		table inet others {
			set bad { type ipv4_addr; flags interval; elements = { 10.254.0.0/16, 192.0.2.0/24 }; }
			chain o { type filter hook output priority 0; tcp dport { 25, 445 } drop; ip daddr @bad reject; meta skuid 4242 drop; counter; }
		}
	NFT
}
