# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The answer does not fit into a datagram and comes over TCP: most programs ask again.
expect_status=ok
target=http://$NAME/
proof="dig +ignore $NAME; curl -sS $target"
proof_match='flags:[^;]* tc.*hello'
build() {
	net far 4
	dns_py "$NAME=$S4" "$NAME!truncated"
	http
}
