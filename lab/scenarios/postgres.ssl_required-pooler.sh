# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# PgBouncer wants TLS, and says so in its own words.
expect_cause=postgres.ssl_required
target="postgres://app:pw@$S4:6432/orders?sslmode=disable"
needs='psql pgbouncer'
proof="psql -w '$target' -Atc 'select 1'"
proof_match='SSL required'
build() {
	net far
	pg "$PG_ANY"
	ca
	cert leaf issuer=ca
	printf '%s\n' '[databases]' 'orders = host=127.0.0.1' '[pgbouncer]' 'listen_addr = *' 'listen_port = 6432' \
		'auth_type = scram-sha-256' "auth_file = $DIR/users" 'unix_socket_dir =' 'client_tls_sslmode = require' \
		"client_tls_key_file = $DIR/leaf.key" "client_tls_cert_file = $DIR/leaf.crt" "client_tls_ca_file = $DIR/ca.crt" >"$DIR/bouncer.ini"
	printf '"app" "pw"\n' >"$DIR/users"
	bg s 6432 setpriv --reuid=postgres --regid=postgres --clear-groups pgbouncer "$DIR/bouncer.ini"
}
