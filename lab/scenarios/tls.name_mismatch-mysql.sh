# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The client checks the server's certificate, which is for another name: no password is sent.
expect_cause=tls.name_mismatch
needs="mariadbd mariadb"
target=mysql://app:pw@$NAME/shop?ssl-mode=VERIFY_IDENTITY
proof="mariadb --no-defaults --ssl --ssl-verify-server-cert --ssl-ca=/etc/ssl/certs/ca-certificates.crt -h $NAME -u app -ppw shop"
proof_match='2026'
build() {
	. "$LAB/mysql.sh"
	net far
	dns
	ca
	cert my issuer=ca san="DNS:$OTHER" cn="$OTHER"
	# shellcheck disable=SC2046
	mariadb_server "" --skip-name-resolve $(mariadb_cert my)
}
