# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A private authority, given by --cacert.
expect_status=ok
target=https://$NAME/
args=(--cacert "$DIR/root.crt")
proof="curl -sS --cacert $DIR/root.crt $target"
proof_match='hello'
build() {
	net far
	dns
	cert root ca=1 to='3000 days' cn='Company Root'
	cert leaf issuer=root
	https leaf
}
