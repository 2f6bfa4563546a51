# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The account has a password and none was given.
expect_cause=mysql.access_denied
target=mysql://app@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app shop"
proof_match='1045.*password: NO'
build() {
	. "$LAB/mysql.sh"
	net far
	mariadb_server "" --skip-name-resolve
}
