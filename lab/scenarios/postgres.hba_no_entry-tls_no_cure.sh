# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# TLS is offered, but the rules do not let this client in over TLS either.
expect_cause=postgres.hba_no_entry
target="postgres://app:pw@$S4/orders?sslmode=disable"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='no pg_hba.conf entry for host.*no encryption'
build() {
	net far
	ca; cert leaf issuer=ca
	PG_CERT=leaf pg "hostssl all all $DNET.0/24 scram-sha-256"
}
