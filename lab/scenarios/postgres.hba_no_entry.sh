# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No line of pg_hba.conf is for this address; without TLS the text ends in "no encryption" all the same.
expect_cause=postgres.hba_no_entry
target="postgres://app:pw@$S4/orders"
needs=psql
proof="psql -w '$target' -Atc 'select 1'"
proof_match='no pg_hba.conf entry for host.*no encryption'
build() {
	net far
	pg "host all all $DNET.0/24 scram-sha-256"
}
