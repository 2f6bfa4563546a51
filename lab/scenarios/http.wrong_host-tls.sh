# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate is for both names, the site for www. only.
expect_cause=http.wrong_host
target=https://$NAME/
proof="curl -sS -o /dev/null -o /dev/null -w '%{http_code} ' $target https://www.$NAME/ --resolve www.$NAME:443:$S4"
proof_match='404 200'
build() {
	net far
	site san=DNS:$NAME,DNS:www.$NAME
	nginx s 443 "listen 443 ssl default_server; listen [::]:443 ssl default_server; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; return 404;" \
		"server { listen 443 ssl; listen [::]:443 ssl; server_name www.$NAME; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; return 200 'hello\n'; }"
}
