# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Only the lower of two intermediates is sent.
expect_cause=tls.missing_intermediate
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='unable to get local issuer'
build() {
	net one
	dns
	ca
	cert upper issuer=ca ca=1 to='2000 days' cn='Lab Policy CA'
	cert inter issuer=upper ca=1 to='900 days' cn='Lab Issuing CA'
	cert leaf issuer=inter key=rsa:2048
	cat "$DIR/inter.crt" >>"$DIR/leaf.crt"
	bg s 443 $PYTHON "$SERVERS/tls.py" 443 "$DIR/leaf.crt" "$DIR/leaf.key" max=1.2
}
