# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Over the socket; no user is named, so it is the one of the operating system.
expect_cause=postgres.role_missing
target="postgres:///orders?host=$DIR/pg"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='role ".*" does not exist'
build() {
	net one
	pg "$PG_ANY"
	chmod 711 "$DIR/pg"
}
