# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The password of the user's option file is wrong.
expect_cause=mysql.access_denied
needs="mariadbd mariadb"
target=mysql://app@$S4/shop
proof="HOME=$DIR/home mariadb -h $S4 -u app shop"
proof_match='1045'
build() {
	. "$LAB/mysql.sh"
	net far
	my_cnf "[client]" "password = old"
	mariadb_server "" --skip-name-resolve
}
