# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Logged in with SCRAM; the server has no TLS.
expect_status=ok
target="postgres://app:pw@$S4/orders"
needs=psql
proof="$PSQL '$target'"
proof_match='app\|orders'
build() {
	net far
	pg "$PG_ANY"
}
