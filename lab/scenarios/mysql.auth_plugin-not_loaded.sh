# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# MySQL 9 without mysql_native_password.
expect_cause=mysql.auth_plugin
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='1524.*not loaded'
build() {
	. "$LAB/mysql.sh"
	net far
	mysql_fake 3306 error 1524 HY000 "Plugin 'mysql_native_password' is not loaded"
}
