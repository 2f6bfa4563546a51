# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The redirect's end answers 403.
expect_cause="http.forbidden"
target=http://$NAME/
proof="curl -sSLi -m 6 $target"
proof_match='301.*403'
build() {
	net far
	site
	http 80 "return 301 https://$NAME/private;"
	https leaf 443 'return 403;'
}
