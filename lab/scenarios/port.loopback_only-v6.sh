# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# On this very host the service listens on ::1 only.
expect_cause=port.loopback_only
target="http://[$C6]:$PORT/"
proof="nc -vz -w2 $C6 $PORT; nc -vz -w2 ::1 $PORT"
proof_match='refused.*succeeded'
build() {
	net near
	tcp -h c -b ::1 "$PORT" head 'HTTP/1.0 200 OK\r\n\r\nhello\n'
}
