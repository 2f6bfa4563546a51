# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The default site answers in the name of another one.
expect_cause=tls.name_mismatch
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='no alternative certificate subject name matches'
build() {
	net far
	dns
	ca
	cert leaf issuer=ca "san=DNS:$OTHER,DNS:www.$OTHER"
	front 443 "ssl crt $DIR/leaf.pem" 'http-request return status 200'
}
