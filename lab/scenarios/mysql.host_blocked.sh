# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A health check of this host has broken off too often.
expect_cause=mysql.host_blocked
target=mysql://app:pw@$S4/shop
proof="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"
proof_match='1129.*blocked because of many connection errors'
build() {
	. "$LAB/mysql.sh"
	net one
	printf "%s client.%s\n" "$C4" "$DOMAIN" >>"/etc/netns/$(ns s)/hosts"
	mariadb_server "" --max-connect-errors=3
	for i in 1 2 3 4 5 6; do on c $PYTHON -c "import socket,time; k = socket.create_connection((\"$S4\", 3306)); k.recv(99); k.close(); time.sleep(.1)"; done
}
