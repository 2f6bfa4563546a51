# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# PGSSLMODE forbids TLS, and the rules let in over TLS only.
expect_cause=postgres.ssl_required
target="postgres://app:pw@$S4/orders"
env=(PGSSLMODE=disable)
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='no encryption'
build() {
	net far
	ca; cert leaf issuer=ca
	PG_CERT=leaf pg "hostssl all all 0.0.0.0/0 scram-sha-256"
}
