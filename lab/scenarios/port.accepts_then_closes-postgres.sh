# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A proxy without a backend: closed before a word. The client speaks first, and its words, unread,
# turn the close into a reset: which of the two arrives first is chance, and both are true.
expect_cause="port.accepts_then_closes port.reset"
target="postgres://app:pw@$S4/orders"
needs=psql
proof="PGCONNECT_TIMEOUT=4 psql -w '$target' -Atc 'select 1'"
proof_match='server closed the connection unexpectedly'
build() {
	net far
	tcp 5432 close
}
