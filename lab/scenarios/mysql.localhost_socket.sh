# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server of this host is on TCP only, as a published port of a container is.
expect_cause=mysql.localhost_socket
needs="mariadbd mariadb"
target=mysql://app:pw@localhost/shop
proof="HOME=$DIR/home mariadb -h localhost -u app -ppw shop; HOME=$DIR/home mariadb -h 127.0.0.1 -u app -ppw shop -e 'select current_user()'"
proof_match='2002.*through socket.*app@'
build() {
	. "$LAB/mysql.sh"
	net one
	my_cnf "[client]" "socket=$DIR/gone.sock"
	mariadb_server -h c "" --skip-name-resolve
}
