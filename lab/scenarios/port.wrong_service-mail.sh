# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A mail server on a web port, on the same link over IPv6.
expect_cause=port.wrong_service
target="http://[$S6]:$PORT/"
proof="timeout 2 nc -d $S6 $PORT"
proof_match='220 mx'
build() {
	net near
	tcp "$PORT" say '220 mx1.example ESMTP Postfix\r\n'
}
