# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# All slots that are not the superuser's are taken.
expect_cause=postgres.too_many_connections
target="postgres://app:pw@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='remaining connection slots are reserved'
build() {
	net far
	pg "$PG_ANY" max_connections=5 superuser_reserved_connections=3
	# Who is in says so itself: a connection that asked for it would take a slot from the second.
	for i in 1 2; do bg s - psql -h "$DIR/pg" -U app orders -c "\\! touch $DIR/in$i" -c 'select pg_sleep(900)'; done
	for ((i = 0; i < 100; i++)); do
		[ -e "$DIR/in1" ] && [ -e "$DIR/in2" ] && break
		sleep 0.05
	done
}
