# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# User and password stand in the user's own option file.
expect_status=ok
needs="mariadbd mariadb"
target=mysql://$S4/shop
proof="HOME=$DIR/home mariadb -h $S4 shop -e 'select current_user()'"
proof_match='app@'
build() {
	. "$LAB/mysql.sh"
	net far
	my_cnf "[mysqldump]" "user=nobody" "[client]" "user = app" "password = \"p#w\"  # quoted"
	mariadb_server "CREATE USER app@'%' IDENTIFIED BY 'p#w'; GRANT ALL ON *.* TO app@'%'" --skip-name-resolve
}
