# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# http sends to https, https back to http.
expect_cause=http.redirect_loop
target=http://$NAME/login
proof="curl -sSi -m 6 $target"
proof_match='301.*Location'
build() {
	net far
	site
	http 80 'return 301 https://$host/;'
	https leaf 443 'return 301 http://$host/;'
}
