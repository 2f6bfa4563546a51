# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The client insists on TLS, and the server has none.
expect_cause=postgres.no_ssl
target="postgres://app:pw@$S4/orders?sslmode=require"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='server does not support SSL, but SSL was required'
build() {
	net far
	pg "$PG_ANY"
}
