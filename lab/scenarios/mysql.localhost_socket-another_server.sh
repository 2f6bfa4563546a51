# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The socket file is another server's than the one on the port.
expect_cause=mysql.localhost_socket
needs="mariadbd mariadb"
target=mysql://app:pw@localhost/shop
proof="HOME=$DIR/home mariadb -h localhost -u app -ppw shop; HOME=$DIR/home mariadb -h 127.0.0.1 -u app -ppw shop -e 'select current_user()'"
proof_match='1045.*app@'
build() {
	. "$LAB/mysql.sh"
	net one
	chmod 777 "$DIR"
	my_cnf "[client]" "socket=$DIR/old.sock"
	mariadb_server -h c "" --skip-name-resolve
	mariadb_server -h c -p 3307 -s "$DIR/old.sock" "SELECT 1" --skip-name-resolve
}
