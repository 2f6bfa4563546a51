# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Only without TLS is let in: libpq tries that by itself after TLS.
expect_status=ok
target="postgres://app:pw@$S4/orders"
needs=psql
proof="$PSQL '$target'"
proof_match='app\|orders'
build() {
	net far
	cert leaf
	PG_CERT=leaf pg "hostnossl all all 0.0.0.0/0 scram-sha-256"
}
