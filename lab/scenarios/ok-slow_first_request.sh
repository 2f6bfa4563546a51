# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The application wakes up with the first request and needs two seconds for it; all others are quick.
expect_status=ok
target=http://$NAME/
proof="curl -sS -m 6 $target; curl -sS -m 1 $target"
proof_match='hello.*hello'
build() {
	net one
	dns
	tcp 80 head_late_once 'HTTP/1.0 200 OK\r\n\r\nhello\n' 2
}
