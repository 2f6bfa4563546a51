# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# TLS with a certificate of its own making, which clients take by default.
expect_status=ok
needs="mariadbd mariadb"
target=mysql://app:pw@$NAME/shop
proof="mariadb --no-defaults --ssl -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='app@'
build() {
	. "$LAB/mysql.sh"
	net far
	dns
	cert my
	mariadb_server "CREATE USER app@'%' IDENTIFIED BY 'pw' REQUIRE SSL; GRANT ALL ON *.* TO app@'%' REQUIRE SSL" --skip-name-resolve $(mariadb_cert my)
}
