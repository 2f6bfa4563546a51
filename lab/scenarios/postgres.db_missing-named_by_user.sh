# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No database in the URL: it is the name of the user.
expect_cause=postgres.db_missing
target="postgres://app:pw@$S4"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='database "app" does not exist'
build() {
	net far
	pg "$PG_ANY"
}
