# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Only another path asks for a password.
expect_status=ok
target=http://$S4/ok
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net near
	http 80 "return 401; } location /ok { return 200 'hello\n';"
}
