# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The upper of two intermediates has expired.
expect_cause=tls.intermediate_expired
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='certificate has expired'
build() {
	net far
	dns
	ca
	cert upper issuer=ca ca=1 from='900 days ago' to='3 days ago' cn='Lab Policy CA'
	cert inter issuer=upper ca=1 to='900 days' cn='Lab Issuing CA'
	cert leaf issuer=inter
	cat "$DIR/inter.crt" "$DIR/upper.crt" >>"$DIR/leaf.crt"
	https leaf
}
