# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The account may come over TLS only; MariaDB says that access is denied.
expect_cause=mysql.tls_required
target=mysql://app:pw@$S4/shop?ssl-mode=DISABLED
proof="mariadb --no-defaults --skip-ssl -h $S4 -u app -ppw shop; mariadb --no-defaults --ssl -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='1045.*Access denied.*app@'
build() {
	. "$LAB/mysql.sh"
	net far
	cert my
	mariadb_server "CREATE USER app@'%' IDENTIFIED BY 'pw' REQUIRE SSL; GRANT ALL ON *.* TO app@'%' REQUIRE SSL" --skip-name-resolve $(mariadb_cert my)
}
