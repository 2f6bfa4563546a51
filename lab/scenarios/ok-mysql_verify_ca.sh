# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The client checks the CA only: a certificate for another name will do.
expect_status=ok
needs="mariadbd mariadb"
target=mysql://app:pw@$NAME/shop?ssl-mode=VERIFY_CA
proof="mariadb --no-defaults --ssl --ssl-ca=/etc/ssl/certs/ca-certificates.crt -h $NAME -u app -ppw shop -e 'select current_user()'"
proof_match='app@'
build() {
	. "$LAB/mysql.sh"
	net far
	dns
	ca
	cert my issuer=ca san="DNS:$OTHER" cn="$OTHER"
	# shellcheck disable=SC2046
	mariadb_server "" --skip-name-resolve $(mariadb_cert my)
}
