# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An https:// proxy: its own TLS outside, that of the site inside.
expect_status=ok
target=https://$NAME/
env=(https_proxy=https://proxy.$DOMAIN:3129)
proof="curl -sS -m 6 $target"
proof_match='hello'
build() {
	net far
	dns "host-record=proxy.$DOMAIN,$S4,$S6"
	ca
	cert leaf issuer=ca
	cert box issuer=ca san="DNS:proxy.$DOMAIN"
	https leaf
	proxy "resolve=$NAME:$S4"
	front 3129 "ssl crt $DIR/box.pem" 'mode tcp' 'server p 127.0.0.1:3128'
}
