# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A wrong password over TLS; without TLS, which libpq tries next, the rules refuse.
expect_cause=postgres.password_failed
target="postgres://app:wrong@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='password authentication failed.*no pg_hba.conf entry'
build() {
	net far
	ca; cert leaf issuer=ca
	PG_CERT=leaf pg "hostssl all all 0.0.0.0/0 scram-sha-256"
}
