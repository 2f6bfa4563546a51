# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Only ::1 is tried (as some programs do), and the service listens on 127.0.0.1.
expect_cause="name.localhost_family port.wrong_family"
target=http://localhost:$PORT/
args=(-6)
proof="curl -6 -sS $target; curl -4 -sS $target"
proof_match='curl: \(7\).*hello'
build() {
	net far
	tcp -h c -b 127.0.0.1 "$PORT" head 'HTTP/1.0 200 OK\r\n\r\nhello\n'
}
