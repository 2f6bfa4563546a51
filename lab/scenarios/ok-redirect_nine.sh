# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Nine redirects, one below what naze follows.
expect_status=ok
target=http://$S4/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net near
	nginx s 80 "listen 80; location / { return 302 /r1; } $(for i in 1 2 3 4 5 6 7 8; do echo "location = /r$i { return 302 /r$((i + 1)); }"; done) location = /r9 { return 200 'hello\n'; }"
}
