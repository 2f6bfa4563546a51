# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server answers 429.
expect_cause=http.too_many_requests
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/1.1 429'
build() {
	net far
	dns
	http 80 "add_header Retry-After 120 always; return 429 'slow down\n';"
}
