# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The variable names the proxy by an address that its certificate lacks.
expect_cause=tls.name_mismatch
target=https://$NAME/
env=(ALL_PROXY=https://$S4:3129)
proof="curl -sS -m 6 $target"
proof_match='no alternative certificate subject name|SSL: '
build() {
	net one
	dns
	ca
	cert leaf issuer=ca
	cert box issuer=ca san="DNS:proxy.$DOMAIN"
	https leaf
	proxy "resolve=$NAME:$S4"
	front 3129 "ssl crt $DIR/box.pem" 'mode tcp' 'server p 127.0.0.1:3128'
}
