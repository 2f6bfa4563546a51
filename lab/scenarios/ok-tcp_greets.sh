# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server that speaks first, asked as plain tcp.
expect_status=ok
target=tcp://$S4:2525
proof="timeout 1 nc -d $S4 2525"
proof_match='220 mail'
build() {
	net far
	tcp 2525 say '220 mail ready\r\n'
}
