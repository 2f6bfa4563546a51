# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server takes this client for one that is too old.
expect_cause=mysql.auth_plugin
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='1251.*consider upgrading'
build() {
	. "$LAB/mysql.sh"
	net far
	mysql_fake 3306 error 1251 08004 'Client does not support authentication protocol requested by server; consider upgrading MySQL client'
}
