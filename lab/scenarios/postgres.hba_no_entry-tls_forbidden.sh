# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Only connections without TLS are let in, and the client insists on TLS.
expect_cause=postgres.hba_no_entry
target="postgres://app:pw@$S4/orders?sslmode=require"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='no pg_hba.conf entry for host.*SSL encryption'
build() {
	net far
	ca; cert leaf issuer=ca
	PG_CERT=leaf pg "hostnossl all all 0.0.0.0/0 scram-sha-256"
}
