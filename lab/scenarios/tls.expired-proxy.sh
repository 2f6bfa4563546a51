# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate of the https:// proxy has expired; the site's is good.
expect_cause=tls.expired
target=https://$NAME/
env=(https_proxy=https://proxy.$DOMAIN:3129)
proof="curl -sS -m 6 $target"
proof_match='certificate has expired'
build() {
	net far
	dns "host-record=proxy.$DOMAIN,$S4,$S6"
	ca
	cert leaf issuer=ca
	cert box issuer=ca san="DNS:proxy.$DOMAIN" from='90 days ago' to='3 days ago'
	https leaf
	proxy "resolve=$NAME:$S4"
	front 3129 "ssl crt $DIR/box.pem" 'mode tcp' 'server p 127.0.0.1:3128'
}
