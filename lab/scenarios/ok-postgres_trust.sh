# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Nobody is asked for a password.
expect_status=ok
target="postgresql://app@$S4/orders"
needs=psql
proof="$PSQL '$target'"
proof_match='app\|orders'
build() {
	net far
	pg "host all all 0.0.0.0/0 trust"
}
