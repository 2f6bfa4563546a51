# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server answers 500.
expect_cause=http.server_error
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/1.1 500'
build() {
	net far
	dns
	http 80 "return 500;"
}
