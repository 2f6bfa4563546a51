# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Everything but the scheme is in the environment.
expect_status=ok
target="postgres://"
env=("PGHOST=$S4" PGPORT=5433 PGUSER=app PGPASSWORD=pw PGDATABASE=orders)
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='1'
build() {
	net far
	PG_PORT=5433 pg "$PG_ANY" port=5433
}
