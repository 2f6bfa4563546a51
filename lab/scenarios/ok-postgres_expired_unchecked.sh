# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate ran out, which sslmode=require does not mind.
expect_status=ok
target="postgres://app:pw@$S4/orders?sslmode=require"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='1'
build() {
	net far
	ca
	cert leaf issuer=ca from="30 days ago" to="2 days ago"
	PG_CERT=leaf pg "$PG_ANY"
}
