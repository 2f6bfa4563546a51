# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A password is wanted (md5, over TLS), and none is given.
expect_status=degraded
expect_cause=postgres.password_needed
target="postgres://old@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='no password supplied'
build() {
	net far
	ca; cert leaf issuer=ca
	PG_CERT=leaf pg "hostssl all all 0.0.0.0/0 md5"
}
