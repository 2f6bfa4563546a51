# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The client wants the certificate checked, and the server has no TLS.
expect_cause=postgres.no_ssl
target="postgres://app:pw@$S4/orders?sslmode=verify-full&sslrootcert=$DIR/ca.crt"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='server does not support SSL, but SSL was required'
build() {
	net far
	ca
	pg "$PG_ANY"
}
