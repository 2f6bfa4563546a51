# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# localhost is ::1 first, and the service listens on 127.0.0.1 only: clients fall back.
expect_status=degraded expect_cause=name.localhost_family
target=http://localhost:$PORT/
proof="nc -vz -w2 ::1 $PORT; nc -vz -w2 127.0.0.1 $PORT; getent ahosts localhost"
proof_match='refused.*succeeded'
build() {
	net far
	tcp -h c -b 127.0.0.1 "$PORT" head 'HTTP/1.0 200 OK\r\n\r\nhello\n'
}
