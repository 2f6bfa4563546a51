# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The directory of the socket has no socket for that port.
expect_cause=port.unix_socket
target="postgres://app:pw@/orders?host=$DIR/pg&port=5433"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='No such file or directory'
build() {
	net one
	pg "$PG_ANY"
	chmod 711 "$DIR/pg"
}
