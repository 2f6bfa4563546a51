# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate of the https:// proxy comes from a company's CA that is not in the store.
expect_cause=tls.unknown_ca
target=https://$NAME/
env=(https_proxy=https://proxy.$DOMAIN:3129)
proof="curl -sS -m 6 $target"
proof_match='unable to get local issuer|self-signed certificate in'
build() {
	net far
	dns "host-record=proxy.$DOMAIN,$S4,$S6"
	ca
	cert own ca=1 to='3000 days' cn='Acme Root'
	cert leaf issuer=ca
	cert box issuer=own san="DNS:proxy.$DOMAIN"
	cat "$DIR/own.crt" >>"$DIR/box.crt"
	https leaf
	proxy "resolve=$NAME:$S4"
	front 3129 "ssl crt $DIR/box.pem" 'mode tcp' 'server p 127.0.0.1:3128'
}
