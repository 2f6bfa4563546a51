# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Large packets vanish on the way to the client: the greeting comes, the server's certificate never.
expect_cause=path.mtu_blackhole
needs="mariadbd mariadb"
target=mysql://app:pw@$S4/shop
proof="timeout 3 mariadb --no-defaults --ssl -h $S4 -u app -ppw shop -e 'select current_user()' || echo gave up; ip route change default via $GW4 advmss 1200 && mariadb --no-defaults --ssl -h $S4 -u app -ppw shop -e 'select current_user()'; ip route change default via $GW4"
proof_match='gave up.*app@'
build() {
	. "$LAB/mysql.sh"
	net far 4
	cert my key='rsa:4096' san="IP:$S4"
	# shellcheck disable=SC2046
	mariadb_server "" --skip-name-resolve $(mariadb_cert my)
	real_mtu s eth0
	real_mtu r2 srv0
	real_mtu r2 up0
	rules r2 'forward oifname up0 meta length > 1300 drop'
}
