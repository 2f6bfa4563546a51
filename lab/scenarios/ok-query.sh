# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A path with a query.
expect_status=ok
target="http://$NAME/a/b?x=1&y=%20z"
proof="curl -sS -L -m 8 $target"
proof_match='hello x=1'
build() {
	net far
	dns
	http 80 'return 200 "hello $args\n";'
}
