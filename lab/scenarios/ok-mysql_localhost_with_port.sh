# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The socket file is missing, and the port was typed: clients of MariaDB take TCP then.
expect_status=ok
needs="mariadbd mariadb"
target=mysql://app:pw@localhost:3306/shop
proof="HOME=$DIR/home mariadb -h localhost -P 3306 -u app -ppw shop -e 'select current_user()'"
proof_match='app@'
build() {
	. "$LAB/mysql.sh"
	net one
	my_cnf "[client]" "socket=$DIR/gone.sock"
	mariadb_server -h c "" --skip-name-resolve
}
