# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# PgBouncer does not know the database; its code is its own.
expect_cause=postgres.db_missing
target="postgres://app:pw@$S4:6432/shop"
needs='psql pgbouncer'
proof="psql -w '$target' -Atc 'select 1'"
proof_match='no such database'
build() {
	net far
	pg "$PG_ANY"
	printf '%s\n' '[databases]' 'orders = host=127.0.0.1' '[pgbouncer]' 'listen_addr = *' 'listen_port = 6432' \
		'auth_type = scram-sha-256' "auth_file = $DIR/users" 'unix_socket_dir =' >"$DIR/bouncer.ini"
	printf '"app" "pw"\n' >"$DIR/users"
	bg s 6432 setpriv --reuid=postgres --regid=postgres --clear-groups pgbouncer -q "$DIR/bouncer.ini"
}
