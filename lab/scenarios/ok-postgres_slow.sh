# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server that takes its time for each answer, as one that looks its clients up.
expect_status=ok
target="postgres://old:pw@$S4/orders"
needs=psql
proof="PGCONNECT_TIMEOUT=4 psql -w '$target' -Atc 'select 1'; true"
proof_match=''
build() {
	net far
	bg s 5432 $PYTHON "$SERVERS/pg.py" wait:0.9 auth:5 read wait:0.9 ok parameter:server_version:15.0 ready
}
