# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The Common Name is another one; the alternative names count.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site cn=something.else.example san="DNS:z.example,DNS:$NAME"
	https leaf
}
