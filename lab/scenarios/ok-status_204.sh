# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No content.
expect_status=ok
target=http://$NAME/
proof="curl -sSi $target"
proof_match='HTTP/1.1 204'
build() {
	net far
	dns
	http 80 'return 204;'
}
