# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same over TLS.
expect_status=ok
needs="mariadbd mariadb"
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw --ssl shop -e 'select current_user()'"
proof_match='unexpected eof|Lost connection'
build() {
	. "$LAB/mysql.sh"
	net far
	cert my key=rsa:2048
	mysql_fake 3306 caching app pw "$DIR/my.key" "$DIR/my.crt"
}
