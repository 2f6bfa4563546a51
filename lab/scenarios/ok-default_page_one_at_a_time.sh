# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server shows its own page to the first client and answers no second one: the page stands.
expect_status=ok
target=http://$NAME/
args=(--no-extra)
proof="curl -sS $target"
proof_match='Welcome to nginx!'
build() {
	net far
	dns
	http 80 "default_type text/html; return 200 '<html><head><title>Welcome to nginx!</title></head></html>';"
}
