# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No AAAA record, answered as it should be.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns_py "$NAME=$S4"
	http
}
