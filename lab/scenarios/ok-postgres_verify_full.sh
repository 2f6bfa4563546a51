# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate is checked with a CA of its own.
expect_status=ok
target="postgres://app:pw@$NAME/orders?sslmode=verify-full&sslrootcert=$DIR/private.crt"
needs=psql
proof="$PSQL '$target'"
proof_match='app\|orders'
build() {
	net far
	dns
	cert private ca=1 cn="Private CA" to="3000 days"
	cert leaf issuer=private
	PG_CERT=leaf pg "$PG_ANY"
}
