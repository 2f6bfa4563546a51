# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# http leads to https on the same host.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	http 80 'return 301 https://$host/;'
	https leaf
}
