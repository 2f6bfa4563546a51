# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The password is in the file that PGPASSFILE names.
expect_status=ok
target="postgres://app@$S4/orders"
env=("PGPASSFILE=$DIR/home/pass")
needs=psql
proof="setpriv --reuid=65534 --clear-groups $PSQL '$target'"
proof_match='app\|orders'
build() {
	net far
	pg "$PG_ANY"
	printf '%s\n' '# comment' "$D4:*:*:*:no" "$S4:5432:orders:app:pw" >"$DIR/home/pass"
	chown 65534 "$DIR/home/pass"
	chmod 600 "$DIR/home/pass"
}
