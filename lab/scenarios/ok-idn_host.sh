# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A host name in its own script: DNS, SNI and the certificate have its ASCII form.
expect_status=ok
target=https://bücher.$DOMAIN/
proof="curl -sS -m 6 https://xn--bcher-kva.$DOMAIN/"
proof_match='hello'
build() {
	net far
	dns "host-record=xn--bcher-kva.$DOMAIN,$S4,$S6"
	ca
	cert leaf issuer=ca san="DNS:xn--bcher-kva.$DOMAIN"
	cert other issuer=ca san="DNS:$OTHER"
	nginx s 443 "listen 443 ssl default_server; listen [::]:443 ssl default_server; server_name $OTHER;
		ssl_certificate $DIR/other.crt; ssl_certificate_key $DIR/other.key; location / { return 404; }" "
		server { listen 443 ssl; listen [::]:443 ssl; server_name xn--bcher-kva.$DOMAIN;
		ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; location / { return 200 'hello\\n'; } }"
}
