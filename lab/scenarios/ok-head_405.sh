# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server answers HEAD with 405.
expect_status=ok
target=http://$NAME/
proof="curl -sSi $target"
proof_match='200 OK'
build() {
	net far
	dns
	tcp 80 get-only '405 Method Not Allowed'
}
