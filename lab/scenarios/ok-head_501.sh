# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server answers HEAD with 501.
expect_status=ok
target=http://$NAME/
proof="curl -sSI $target; curl -sSi $target"
proof_match='501.*200 OK'
build() {
	net far
	dns
	tcp 80 get-only '501 Not Implemented'
}
