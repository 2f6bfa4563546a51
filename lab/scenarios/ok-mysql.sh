# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A healthy MariaDB, user and password right.
expect_status=ok
needs="mariadbd mariadb"
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='app@'
build() {
	. "$LAB/mysql.sh"
	net far
	mariadb_server "" --skip-name-resolve
}
