# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server does not send its intermediate certificate.
expect_cause=tls.missing_intermediate
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='unable to get local issuer'
build() {
	net far
	dns
	ca
	cert inter issuer=ca ca=1 to='900 days' cn='Lab Issuing CA'
	cert leaf issuer=inter
	https leaf
}
