# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The role does not exist, and the rules ask for no password.
expect_cause=postgres.role_missing
target="postgres://nobody@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='role "nobody" does not exist'
build() {
	net far
	pg "host all all 0.0.0.0/0 trust"
}
