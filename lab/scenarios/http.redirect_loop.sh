# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The redirect leads to itself.
expect_cause=http.redirect_loop
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='302.*Location'
build() {
	net far
	dns
	http 80 'return 302 http://$host/;'
}
