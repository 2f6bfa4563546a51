# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# All other ports of the server refuse.
expect_status=ok
target=http://$S4:$PORT/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	http "$PORT"
}
