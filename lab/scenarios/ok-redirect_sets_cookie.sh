# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The first answer sets a cookie and leads to a page that needs none.
expect_status=ok
target=http://$S4/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net near
	http 80 "add_header Set-Cookie sid=1; return 302 /start; } location /start { return 200 'hello\n';"
}
