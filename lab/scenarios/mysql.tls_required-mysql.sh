# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# MySQL with require_secure_transport, which has a number of its own for it; TLS is not offered.
expect_cause=mysql.tls_required
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw shop"
proof_match='3159.*insecure transport'
build() {
	. "$LAB/mysql.sh"
	net far
	mysql_fake 3306 error 3159 HY000 'Connections using insecure transport are prohibited while --require_secure_transport=ON.'
}
