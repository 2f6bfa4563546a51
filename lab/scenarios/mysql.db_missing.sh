# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No database of that name; case counts.
expect_cause=mysql.db_missing
target=mysql://app:pw@$S4/Shop
proof="mariadb --no-defaults -h $S4 -u app -ppw Shop"
proof_match='1049.*Unknown database'
build() {
	. "$LAB/mysql.sh"
	net far
	mariadb_server "" --skip-name-resolve
}
