# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The postmaster is stopped: the kernel takes connections, nobody answers.
expect_cause=port.accepts_then_silent
target="postgres://app:pw@$S4/orders"
needs=psql
proof="PGCONNECT_TIMEOUT=4 psql -w '$target' -Atc 'select 1'"
proof_match='timeout expired'
build() {
	net far
	pg "$PG_ANY"
	kill -STOP "$(head -1 "$DIR/pg/postmaster.pid")"
}
