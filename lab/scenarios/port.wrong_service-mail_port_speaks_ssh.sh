# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# SSH where a mail server is asked for.
expect_cause=port.wrong_service
target=smtp://$S4
proof="timeout 1 nc -d $S4 25"
proof_match='SSH-2.0'
build() {
	net far
	tcp 25 say 'SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n'
}
