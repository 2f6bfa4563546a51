# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Logged in with SCRAM over TLS, bound to the channel; the certificate is its own, which sslmode=prefer does not mind.
expect_status=ok
target="postgres://app:pw@$S4/orders"
needs=psql
proof="$PSQL '$target'"
proof_match='app\|orders'
build() {
	net far
	cert leaf
	PG_CERT=leaf pg "hostssl all all 0.0.0.0/0 scram-sha-256"
}
