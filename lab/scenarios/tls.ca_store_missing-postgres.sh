# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# sslmode=verify-full, and the file of root certificates is not there.
expect_cause=tls.ca_store_missing
target="postgres://app:pw@$NAME/orders?sslmode=verify-full"
needs=psql
proof="HOME=$DIR/home psql -w '$target' -Atc 'select 1'"
proof_match='root certificate file .* does not exist'
build() {
	net far
	dns
	ca
	cert leaf issuer=ca
	PG_CERT=leaf pg "$PG_ANY"
}
