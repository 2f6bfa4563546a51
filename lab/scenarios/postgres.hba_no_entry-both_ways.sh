# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Refused over TLS, and again without, as sslmode=prefer tries both.
expect_cause=postgres.hba_no_entry
target="postgres://app:pw@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='SSL encryption.*no encryption'
build() {
	net far
	ca; cert leaf issuer=ca
	PG_CERT=leaf pg "host all all $DNET.0/24 scram-sha-256"
}
