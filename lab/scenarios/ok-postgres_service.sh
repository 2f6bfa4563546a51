# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Host, user and password are in the service file.
expect_status=ok
target="postgres:///orders?service=shop"
env=("PGSERVICEFILE=$DIR/services")
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='1'
build() {
	net far
	pg "$PG_ANY"
	printf '%s\n' '[other]' 'host=10.0.0.1' '' '# the shop' '[shop]' "host=$S4" user=app password=pw >"$DIR/services"
}
