# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# ~/.pgpass is there, but others may read it, so libpq does not.
expect_status=degraded
expect_cause=postgres.password_needed
target="postgres://app@$S4/orders"
env=(PGPASSFILE=$DIR/pass)
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='has group or world access.*no password supplied'
build() {
	net far
	pg "$PG_ANY"
	printf '*:*:*:*:pw\n' >"$DIR/pass"
	chmod 644 "$DIR/pass"
}
