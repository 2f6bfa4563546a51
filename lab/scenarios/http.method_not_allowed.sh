# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server answers 405.
expect_cause=http.method_not_allowed
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/1.1 405'
build() {
	net far
	dns
	http 80 "return 405;"
}
