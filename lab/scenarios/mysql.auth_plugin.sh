# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The account logs in with a plugin that clients here do not have.
expect_cause=mysql.auth_plugin
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='could not be loaded|2059'
build() {
	. "$LAB/mysql.sh"
	net far
	mysql_fake 3306 plugin authentication_kerberos_client
}
