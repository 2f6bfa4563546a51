# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# sslmode=verify-full, and the certificate signs itself.
expect_cause=tls.self_signed
target="postgres://app:pw@$NAME/orders?sslmode=verify-full&sslrootcert=$DIR/ca.crt"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='certificate verify failed'
build() {
	net far
	dns
	ca
	cert leaf
	PG_CERT=leaf pg "$PG_ANY"
}
