# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The socket file was left behind by a server that is gone; nobody is named.
expect_cause=mysql.localhost_socket
needs="mariadbd mariadb"
target=mysql://localhost
proof="HOME=$DIR/home mariadb -h localhost -u app -ppw shop; HOME=$DIR/home mariadb -h 127.0.0.1 -u app -ppw shop -e 'select current_user()'"
proof_match='2002.*through socket.*app@'
build() {
	. "$LAB/mysql.sh"
	net one
	$PYTHON -c "import socket; socket.socket(socket.AF_UNIX).bind(\"$DIR/old.sock\")"
	chmod 777 "$DIR/old.sock"
	my_cnf "[client]" "socket=$DIR/old.sock"
	mariadb_server -h c "" --skip-name-resolve
}
