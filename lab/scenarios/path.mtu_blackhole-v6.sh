# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Large packets vanish over IPv6, and so do the messages about them; TLS by address.
expect_cause=path.mtu_blackhole
target="https://[$S6]/"
proof="curl -sSk -m3 '$target'; ping -6 -c1 -W1 -s 1400 $S6; ping -6 -c1 -W1 -s 800 $S6"
proof_match='timed out.*100% packet loss.* 0% packet loss'
build() {
	net far
	ca
	cert upper issuer=ca ca=1 to='2000 days' cn='Lab Policy CA' key=rsa:4096
	cert leaf issuer=upper key=rsa:4096 "san=IP:$S6"
	cat "$DIR/upper.crt" >>"$DIR/leaf.crt"
	https leaf
	real_mtu s eth0
	real_mtu r2 srv0
	real_mtu c eth0
	rules r2 'forward meta length gt 1320 drop'
}
