# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A pooler takes the password and then waits for a server of its own that never comes.
expect_cause=port.accepts_then_silent
target="postgres://old:pw@$S4/orders"
needs=psql
proof="PGCONNECT_TIMEOUT=4 psql -w '$target' -Atc 'select 1'"
proof_match='timeout expired'
build() {
	net far
	bg s 5432 $PYTHON "$SERVERS/pg.py" auth:5 read silent
}
