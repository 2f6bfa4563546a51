# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# HTTP_PROXY in capitals is not read, and the proxy in it is dead.
expect_status=ok
env=(HTTP_PROXY=http://$S4:9)
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
}
