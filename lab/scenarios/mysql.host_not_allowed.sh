# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server as it comes from the package: root at localhost is its only account.
expect_cause=mysql.host_not_allowed
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='1130.*not allowed to connect'
build() {
	. "$LAB/mysql.sh"
	net far
	mariadb_server "SELECT 1" --skip-name-resolve
}
