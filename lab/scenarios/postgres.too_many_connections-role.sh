# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The role has a limit of its own.
expect_cause=postgres.too_many_connections
target="postgres://app:pw@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='too many connections for role "app"'
build() {
	net far
	pg_make 'alter role app connection limit 0'
	pg "$PG_ANY"
}
