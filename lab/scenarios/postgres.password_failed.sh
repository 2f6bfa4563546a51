# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The password is wrong.
expect_cause=postgres.password_failed
target="postgres://app:wrong@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='password authentication failed for user "app"'
build() {
	net far
	pg "$PG_ANY"
}
