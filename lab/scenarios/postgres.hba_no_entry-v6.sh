# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The rules are for IPv4, the client comes over IPv6.
expect_cause=postgres.hba_no_entry
target="postgres://app:pw@[$S6]/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='no pg_hba.conf entry for host "fd'
build() {
	net far
	pg "host all all 0.0.0.0/0 scram-sha-256"
}
