# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A known security product re-signs the connection with its own authority.
target=https://$NAME/
expect_cause="tls.intercepted"
proof="curl -sS -m 6 $target"
proof_match='unable to get local|self.signed'
build() {
	net far
	dns
	ca
	cert box ca=1 to='900 days' cn='Zscaler Root CA'
	cert leaf issuer=box san=DNS:$NAME
	cat "$DIR/box.crt" >>"$DIR/leaf.crt"
	https leaf
}
