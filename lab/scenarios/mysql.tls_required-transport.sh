# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The whole server takes TLS only (require_secure_transport); MariaDB says that access is denied.
expect_cause=mysql.tls_required
target=mysql://app:pw@$S4/shop?ssl-mode=DISABLED
proof="mariadb --no-defaults --skip-ssl -h $S4 -u app -ppw shop"
proof_match='1045.*Access denied'
build() {
	. "$LAB/mysql.sh"
	net one
	cert my
	mariadb_server "" --skip-name-resolve --require-secure-transport=ON $(mariadb_cert my)
}
