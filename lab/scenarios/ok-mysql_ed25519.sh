# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# MariaDB's ed25519, over a plain connection.
expect_status=ok
needs="mariadbd mariadb"
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='app@'
build() {
	. "$LAB/mysql.sh"
	net far
	mariadb_server "INSTALL SONAME 'auth_ed25519'; CREATE USER app@'%' IDENTIFIED VIA ed25519 USING PASSWORD('pw'); GRANT ALL ON *.* TO app@'%'" --skip-name-resolve
}
