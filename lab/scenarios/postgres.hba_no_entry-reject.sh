# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A line of pg_hba.conf rejects this address.
expect_cause=postgres.hba_no_entry
target="postgres://app:pw@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='pg_hba.conf rejects connection for host'
build() {
	net far
	pg "host all all $C4/32 reject\n$PG_ANY"
}
