# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A page that speaks of the default page is none.
expect_status=ok
target=http://$NAME/
proof="curl -sS $target"
proof_match='instead of Welcome to nginx!'
build() {
	net far
	dns
	http 80 "default_type text/html; return 200 '<html><head><title>What to do when you see the page Welcome to nginx!</title></head><body>instead of Welcome to nginx!</body></html>';"
}
