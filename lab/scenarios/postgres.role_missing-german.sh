# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The role does not exist; the server speaks German.
expect_cause=postgres.role_missing
target="postgres://nobody@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='existiert nicht'
build() {
	net far
	bg s 5432 $PYTHON "$SERVERS/pg.py" 'error:28000:Rolle »nobody« existiert nicht'
}
