# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Over the socket the server compares the names of the operating system.
expect_cause=postgres.password_failed
target="postgres:///orders?host=$DIR/pg&user=old"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='Peer authentication failed for user "old"'
build() {
	net one
	pg "$PG_ANY"
	chmod 711 "$DIR/pg"
	sed -i "s/^local .*/local all all peer/" "$DIR/pg/pg_hba.conf"
	kill -HUP "$(head -1 "$DIR/pg/postmaster.pid")"
	sleep 0.3
}
