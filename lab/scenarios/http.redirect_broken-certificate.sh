# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The redirect leads to https with an expired certificate.
expect_cause=http.redirect_broken
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='301.*https'
build() {
	net far
	site from='90 days ago' to='2 days ago'
	http 80 'return 301 https://$host/;'
	https leaf
}
