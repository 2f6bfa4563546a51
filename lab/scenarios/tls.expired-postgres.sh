# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# sslmode=verify-ca, and the certificate ran out.
expect_cause=tls.expired
target="postgres://app:pw@$S4/orders?sslmode=verify-ca&sslrootcert=$DIR/ca.crt"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='certificate verify failed'
build() {
	net far
	ca
	cert leaf issuer=ca from="30 days ago" to="2 days ago"
	PG_CERT=leaf pg "$PG_ANY"
}
