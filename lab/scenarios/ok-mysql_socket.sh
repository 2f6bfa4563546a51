# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server on its socket file only, and the client knows where that is.
expect_status=ok
needs="mariadbd mariadb"
target=mysql://app:pw@localhost/shop
proof="HOME=$DIR/home mariadb -h localhost -u app -ppw shop -e 'select current_user()'"
proof_match='app@'
build() {
	. "$LAB/mysql.sh"
	net one
	my_cnf "[client]" "socket=$DIR/my.sock"
	chmod 777 "$DIR"
	mariadb_server -h c -s "$DIR/my.sock" "CREATE USER app@localhost IDENTIFIED BY 'pw'; GRANT ALL ON *.* TO app@localhost" --skip-name-resolve --skip-networking
}
