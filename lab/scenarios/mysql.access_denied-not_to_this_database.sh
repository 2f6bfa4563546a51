# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The password is right, and the database not this user's.
expect_cause=mysql.access_denied
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='1044.*Access denied'
build() {
	. "$LAB/mysql.sh"
	net far
	mariadb_server "CREATE USER app@'%' IDENTIFIED BY 'pw'" --skip-name-resolve
}
