# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The handshake's packets are small enough; the request with its long path is not.
expect_cause=path.mtu_blackhole
target=https://$NAME/$(printf 'x%.0s' {1..1600})
proof="curl -sS -m 3 https://$NAME/; curl -sS -m 3 $target; ip route change default via $GW4 advmss 1000 && curl -sS -m 3 $target; ip route change default via $GW4"
proof_match='hello.*curl: \(28\)'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	ca
	cert leaf issuer=ca
	https leaf
	real_mtu c eth0
	real_mtu r1 wan0
	rules r1 'forward oifname wan0 meta length > 1300 drop'
}
