# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The password from PGPASSWORD is wrong.
expect_cause=postgres.password_failed
target="postgres://app@$S4/orders"
env=(PGPASSWORD=old)
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='password authentication failed for user "app"'
build() {
	net far
	pg "host all all 0.0.0.0/0 password"
}
