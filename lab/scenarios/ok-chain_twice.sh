# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server sends its leaf and its intermediate twice.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	ca
	cert mid issuer=ca ca=1
	cert leaf issuer=mid
	cat "$DIR/leaf.crt" "$DIR/leaf.crt" "$DIR/mid.crt" "$DIR/mid.crt" >"$DIR/all.crt"
	cp "$DIR/leaf.key" "$DIR/all.key"
	https all
}
