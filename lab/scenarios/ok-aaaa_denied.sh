# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name server refuses AAAA; the IPv4 address is good.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 4
	dns_py "$NAME=$S4" 'AAAA!5'
	http
}
