# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Logged in with an MD5 password.
expect_status=ok
target="postgres://old:pw@$S4/orders"
needs=psql
proof="$PSQL '$target'"
proof_match='old\|orders'
build() {
	net far
	pg "host all all 0.0.0.0/0 md5"
}
