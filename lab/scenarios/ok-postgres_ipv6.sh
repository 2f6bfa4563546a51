# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Over IPv6, by name.
expect_status=ok
target="postgres://app:pw@$NAME/orders"
needs=psql
proof="$PSQL '$target'"
proof_match='app\|orders'
build() {
	net far
	dns
	pg "host all all ::/0 scram-sha-256\nhost all all 0.0.0.0/0 scram-sha-256"
}
