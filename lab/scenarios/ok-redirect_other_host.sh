# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A redirect to another name on another port.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L $target"
proof_match='hello'
build() {
	net far
	dns "host-record=$NAME,$S4" "host-record=$OTHER,$S4"
	http 80 "return 302 http://$OTHER:$PORT/;"
	http "$PORT"
}
