# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server wants a method that no libpq for this system knows.
expect_cause=postgres.auth_method
target="postgres://app:pw@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='none of the server.s SASL authentication mechanisms are supported'
build() {
	net far
	bg s 5432 $PYTHON "$SERVERS/pg.py" auth:10:OAUTHBEARER,SCRAM-SHA-512
}
