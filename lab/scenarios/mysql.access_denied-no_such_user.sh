# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A user that does not exist, by name, without TLS.
expect_cause=mysql.access_denied
target=mariadb://shopper:pw@$NAME/shop?ssl-mode=DISABLED
proof="mariadb --no-defaults -h $S4 -u shopper -ppw shop"
proof_match='1045.*Access denied'
build() {
	. "$LAB/mysql.sh"
	net far
	dns
	mariadb_server "" --skip-name-resolve
}
