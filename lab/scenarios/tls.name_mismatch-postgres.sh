# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# sslmode=verify-full, and the certificate is for another name.
expect_cause=tls.name_mismatch
target="postgres://app:pw@$NAME/orders?sslmode=verify-full&sslrootcert=$DIR/ca.crt"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='does not match host name'
build() {
	net far
	dns
	ca
	cert leaf issuer=ca san=DNS:db.internal
	PG_CERT=leaf pg "$PG_ANY"
}
