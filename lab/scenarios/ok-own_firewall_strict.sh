# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host lets in only answers, and out only what is listed.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	rules c <<-'NFT'
		table inet strict {
			chain i { type filter hook input priority 0; policy drop; iif lo accept; ct state established,related accept; icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept; }
			chain o { type filter hook output priority 0; policy drop; oif lo accept; meta l4proto { icmp, ipv6-icmp } accept; udp dport 53 accept; tcp dport { 53, 80, 443 } accept; }
		}
	NFT
}
