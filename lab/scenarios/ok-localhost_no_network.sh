# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# localhost, while the network is down.
expect_status=ok
target=http://127.0.0.1:$PORT/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	tcp -h c "$PORT" head 'HTTP/1.0 200 OK\r\n\r\nhello\n'
	ip -n "$(ns c)" link set eth0 down
}
