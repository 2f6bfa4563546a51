# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# There is no such user, and the server says no more than for a wrong password.
expect_cause=postgres.password_failed
target="postgres://nobody:pw@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='password authentication failed for user "nobody"'
build() {
	net far
	pg "$PG_ANY"
}
