# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Redis answers a web request with an error of its own.
expect_cause=port.wrong_service
target=http://$S4:6379/
proof="curl -sS $target"
proof_match='HTTP/0.9'
build() {
	net one
	tcp 6379 reply "-ERR unknown command 'GET', with args beginning with: '/' 'HTTP/1.1' \\r\\n"
}
