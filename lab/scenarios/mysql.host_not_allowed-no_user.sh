# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same, asked without a user and by name.
expect_cause=mysql.host_not_allowed
target=mysql://$NAME
proof="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='1130.*not allowed to connect'
build() {
	. "$LAB/mysql.sh"
	net far
	dns
	mariadb_server "SELECT 1" --skip-name-resolve
}
