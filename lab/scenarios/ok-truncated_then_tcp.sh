# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The answer comes over TCP only (truncated over UDP), and TCP 53 works.
expect_status=ok
target=http://$NAME/
proof="dig +short $NAME; curl -sS $target"
proof_match='hello'
build() {
	net far
	dns_py "$NAME!truncated" "$NAME=$S4"
	http
}
