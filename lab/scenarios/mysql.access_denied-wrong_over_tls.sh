# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The account wants TLS, and the password is wrong all the same.
expect_cause=mysql.access_denied
target=mysql://app:wrong@$S4/shop?ssl-mode=DISABLED
proof="mariadb --no-defaults --ssl -h $S4 -u app -pwrong shop"
proof_match='1045.*Access denied'
build() {
	. "$LAB/mysql.sh"
	net far
	cert my
	mariadb_server "CREATE USER app@'%' IDENTIFIED BY 'pw' REQUIRE SSL" --skip-name-resolve $(mariadb_cert my)
}
