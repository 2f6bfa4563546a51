# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A standby that waits for its primary takes nobody yet.
expect_cause=postgres.starting_up
target="postgres://app:pw@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='the database system is (starting up|not accepting connections)'
build() {
	net far
	pg_make
	install -o postgres -m 600 /dev/null "$DIR/pg/standby.signal"
	PG_WAIT= pg "$PG_ANY" hot_standby=off "primary_conninfo='host=$D4 port=1'"
}
