# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# sslmode=verify-ca does not look at the name.
expect_status=ok
target="postgres://app:pw@$S4/orders?sslmode=verify-ca&sslrootcert=$DIR/ca.crt"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='1'
build() {
	net far
	ca
	cert leaf issuer=ca san=DNS:db.internal
	PG_CERT=leaf pg "$PG_ANY"
}
