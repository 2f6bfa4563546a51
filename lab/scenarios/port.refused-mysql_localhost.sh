# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No MySQL runs on this host, neither on the port nor behind the socket file.
expect_cause=port.refused
needs="mariadbd mariadb"
target=mysql://app:pw@localhost/shop
proof="HOME=$DIR/home mariadb -h localhost -u app -ppw shop; nc -vz localhost 3306"
proof_match='2002.*refused'
build() {
	. "$LAB/mysql.sh"
	net one
	my_cnf "[client]" "socket=$DIR/gone.sock"
}
