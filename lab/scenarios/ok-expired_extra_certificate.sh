# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An expired certificate that nothing needs is sent along.
expect_status=ok
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	dns
	ca
	cert leaf issuer=ca
	cert stale ca=1 from='900 days ago' to='30 days ago' cn='Lab Old CA'
	cat "$DIR/stale.crt" >>"$DIR/leaf.crt"
	https leaf
}
