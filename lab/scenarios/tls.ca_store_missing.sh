# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host has no CA certificates.
expect_cause=tls.ca_store_missing
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='curl: \((60|77)\)'
build() {
	net far
	dns
	cert ca ca=1 to='3000 days' cn='Lab Root CA'
	cert inter issuer=ca ca=1 to='900 days' cn='Lab Issuing CA'
	cert leaf issuer=inter
	cat "$DIR/inter.crt" >>"$DIR/leaf.crt"
	https leaf
	rm -rf "/etc/netns/$(ns c)/ssl/certs/ca-certificates.crt"
}
