# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Others hold all connections.
expect_cause=mysql.too_many_connections
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='1040.*Too many connections'
build() {
	. "$LAB/mysql.sh"
	net far
	mariadb_server "" --skip-name-resolve --max-connections=10
	for i in 1 2 3 4 5 6 7 8 9 10 11; do bg s - mariadb --no-defaults -S "$MARIADB_SOCKET" -u root -e "do sleep(600)"; done
	sleep 1
}
