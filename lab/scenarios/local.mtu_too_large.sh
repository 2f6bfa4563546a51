# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host sends packets larger than its own link carries.
long=$(printf 'q%.0s' {1..2000})
expect_cause=local.mtu_too_large
target="http://$NAME/?$long"
proof="curl -sS -m 3 '$target'; curl -sS -m 3 http://$NAME/; ping -c1 -W1 -M do -s 1400 $GW4"
proof_match='curl: \(28\).*hello.*100% packet loss'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	real_mtu c eth0
	on r1 nft -f - <<-NFT
		table netdev small {
			chain in { type filter hook ingress device lan0 priority 0; meta length > 1300 drop; }
		}
	NFT
}
