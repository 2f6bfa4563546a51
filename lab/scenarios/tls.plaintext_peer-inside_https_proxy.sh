# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Inside the TLS of the proxy the site answers in plain text.
expect_cause=tls.plaintext_peer
target=https://$NAME:8080/
env=(https_proxy=https://proxy.$DOMAIN:3129)
proof="curl -sS -m 6 $target"
proof_match='wrong version number'
build() {
	net far
	dns "host-record=proxy.$DOMAIN,$S4,$S6"
	ca
	cert box issuer=ca san="DNS:proxy.$DOMAIN"
	http 8080
	proxy "resolve=$NAME:$S4"
	front 3129 "ssl crt $DIR/box.pem" 'mode tcp' 'server p 127.0.0.1:3128'
}
