# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# MySQL 8, the full exchange of caching_sha2_password with the server's RSA key.
expect_status=ok
needs="mariadbd mariadb"
target=mysql://app:pw@$S4/shop
proof="/usr/bin/python3 -c \"import pymysql; print(pymysql.connect(host='$S4', user='app', password='pw', database='shop', autocommit=None).get_server_info())\""
proof_match='8.0.36'
build() {
	. "$LAB/mysql.sh"
	net far
	openssl genrsa -traditional -out "$DIR/rsa.pem" 2048 2>/dev/null
	mysql_fake 3306 caching app pw "$DIR/rsa.pem"
}
