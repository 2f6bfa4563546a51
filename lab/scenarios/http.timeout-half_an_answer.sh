# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The status line comes, the rest of the head never does.
expect_cause=http.timeout
target=http://$S4:8080/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(28\)'
build() {
	net far
	tcp 8080 reply 'HTTP/1.1 200 OK\r\nServer: app\r\n'
}
