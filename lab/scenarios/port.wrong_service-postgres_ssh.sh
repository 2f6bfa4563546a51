# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An SSH server on the port, whose greeting begins with the letter that would mean TLS.
expect_cause=port.wrong_service
target="postgres://app:pw@$S4/orders"
needs=psql
proof="PGCONNECT_TIMEOUT=4 psql -w '$target' -Atc 'select 1'"
proof_match='(received|unencrypted|invalid|error)'
build() {
	net far
	tcp 5432 say 'SSH-2.0-OpenSSH_9.2p1\\r\\n'
}
