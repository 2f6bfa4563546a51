# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The rules let in over TLS only, and the client forbids it.
expect_cause=postgres.ssl_required
target="postgres://app:pw@$S4/orders?sslmode=disable"
needs=psql
proof="psql -w '$target' -c ''; psql -w '${target/disable/require}' -Atc 'select 40+2'"
proof_match='no encryption.*42'
build() {
	net far
	ca; cert leaf issuer=ca
	PG_CERT=leaf pg "hostssl all all 0.0.0.0/0 scram-sha-256"
}
