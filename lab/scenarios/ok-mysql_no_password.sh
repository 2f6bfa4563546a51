# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An account without a password.
expect_status=ok
needs="mariadbd mariadb"
target=mysql://app@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app shop -e 'select current_user()'"
proof_match='app@'
build() {
	. "$LAB/mysql.sh"
	net far
	mariadb_server "CREATE USER app@'%'; GRANT ALL ON *.* TO app@'%'" --skip-name-resolve
}
