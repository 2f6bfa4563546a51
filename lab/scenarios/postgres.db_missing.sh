# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The database does not exist.
expect_cause=postgres.db_missing
target="postgres://app:pw@$S4/shop"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='database "shop" does not exist'
build() {
	net far
	pg "$PG_ANY"
}
