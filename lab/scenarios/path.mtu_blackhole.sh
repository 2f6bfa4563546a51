# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Large packets vanish on the way to the client: the certificate never comes.
expect_cause=path.mtu_blackhole
target=https://$NAME/
proof="nc -vz -w2 $S4 443; curl -sS -m 3 $target; ip route change default via $GW4 advmss 1200 && curl -sS -m 3 $target; ip route change default via $GW4"
proof_match='succeeded.*curl: \(28\).*hello'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	ca
	cert leaf issuer=ca key='rsa:4096'
	https leaf
	real_mtu s eth0
	real_mtu r2 srv0
	real_mtu r2 up0
	rules r2 'forward oifname up0 meta length > 1300 drop'
}
