# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The redirect leads to a name that does not exist.
expect_cause=http.redirect_broken
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='302.*Location'
build() {
	net far
	dns
	http 80 "return 302 http://gone.$DOMAIN/;"
}
