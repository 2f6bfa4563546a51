# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This user may have two connections and has them.
expect_cause=mysql.too_many_connections
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='1226.*max_user_connections'
build() {
	. "$LAB/mysql.sh"
	net far
	mariadb_server "CREATE USER app@'%' IDENTIFIED BY 'pw' WITH MAX_USER_CONNECTIONS 2; GRANT ALL ON *.* TO app@'%'" --skip-name-resolve
	for i in 1 2; do bg s - mariadb --no-defaults -h 127.0.0.1 -u app -ppw -e "do sleep(600)"; done
	sleep 1
}
