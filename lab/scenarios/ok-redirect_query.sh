# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same page with a cookie-less session in the query: no circle.
expect_status=ok
target=http://$NAME/
proof="curl -sSL -m 6 $target"
proof_match='hello'
build() {
	net far
	dns
	http 80 "if (\$arg_s) { return 200 'hello\n'; } return 302 /?s=1;"
}
