# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A web server on the port: it waits for a whole line before it answers.
expect_cause=port.wrong_service
target="postgres://app:pw@$S4:8000/orders"
needs=psql
proof="PGCONNECT_TIMEOUT=4 psql -w '$target' -Atc 'select 1'"
proof_match='timeout expired'
build() {
	net far
	bg s 8000 $PYTHON -m http.server 8000
}
