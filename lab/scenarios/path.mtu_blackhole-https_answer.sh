# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate is small and comes through; the page's packets do not.
expect_cause=path.mtu_blackhole
target=https://$NAME/
proof="curl -sS -m 3 -o /dev/null $target; ip route change default via $GW4 advmss 1000 && curl -sS -m 3 -o /dev/null -w '%{http_code}' $target; ip route change default via $GW4"
proof_match='curl: \(28\).*200'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	ca
	cert leaf issuer=ca
	head -c 20000 /dev/zero | tr '\0' x | install -D /dev/stdin "$DIR/www/index.html"
	https leaf 443 "root $DIR/www;" 'sendfile on; tcp_nopush on;'
	real_mtu s eth0
	real_mtu r2 srv0
	real_mtu r2 up0
	rules r2 'forward oifname up0 meta length > 1300 drop'
}
