# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Over the socket in a directory that the URL names.
expect_status=ok
target="postgres:///orders?host=$DIR/pg&user=app"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='1'
build() {
	net one
	pg "$PG_ANY"
	chmod 711 "$DIR/pg"
}
