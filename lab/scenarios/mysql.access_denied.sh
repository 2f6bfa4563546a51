# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A wrong password.
expect_cause=mysql.access_denied
target=mysql://app:wrong@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -pwrong shop"
proof_match='1045.*Access denied.*password: YES'
build() {
	. "$LAB/mysql.sh"
	net far
	mariadb_server "" --skip-name-resolve
}
