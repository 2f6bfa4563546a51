# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The CA is in a directory that SSL_CERT_DIR names.
expect_status=ok
env=(SSL_CERT_DIR=$DIR/cas)
target=https://$NAME/
proof="curl -sS -m 8 --capath $DIR/cas $target"
proof_match='hello'
build() {
	net far
	dns
	ca unused cn='Another Root'
	cert ca ca=1 to='3000 days' cn='Lab Root CA'
	cert leaf issuer=ca
	mkdir "$DIR/cas"
	cp "$DIR/ca.crt" "$DIR/cas/ca.pem"
	openssl rehash "$DIR/cas" >/dev/null
	https leaf
}
