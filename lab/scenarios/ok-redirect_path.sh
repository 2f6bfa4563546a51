# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A redirect to another path, relative.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http 80 'if ($uri = /) { return 302 /app/; } return 200 "hello\n";'
}
