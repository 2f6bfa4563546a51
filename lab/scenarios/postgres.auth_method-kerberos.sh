# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server wants Kerberos, and this user has no ticket.
expect_cause=postgres.auth_method
target="postgres://app:pw@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='GSSAPI continuation error'
build() {
	net far
	bg s 5432 $PYTHON "$SERVERS/pg.py" auth:7
}
