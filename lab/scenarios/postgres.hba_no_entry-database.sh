# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The rules know this user, but not for this database.
expect_cause=postgres.hba_no_entry
target="postgres://app:pw@$S4/postgres"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='no pg_hba.conf entry for host.*database "postgres"'
build() {
	net far
	pg "host orders app 0.0.0.0/0 scram-sha-256"
}
