# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# sslmode=allow: refused without TLS, let in with it.
expect_status=ok
target="postgres://app:pw@$S4/orders?sslmode=allow"
needs=psql
proof="$PSQL '$target'"
proof_match='app\|orders'
build() {
	net far
	cert leaf
	PG_CERT=leaf pg "hostssl all all 0.0.0.0/0 scram-sha-256"
}
