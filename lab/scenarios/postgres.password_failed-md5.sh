# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The password is wrong, and the rules want md5.
expect_cause=postgres.password_failed
target="postgres://old:wrong@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='password authentication failed for user "old"'
build() {
	net far
	pg "host all all 0.0.0.0/0 md5"
}
