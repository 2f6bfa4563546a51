# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The default site sends everybody to https, where it has nothing for this name either.
expect_cause=http.wrong_host
target=http://$NAME/
proof="curl -sS -L -o /dev/null -w '%{http_code} %{url_effective}' $target"
proof_match='404 https'
build() {
	net far
	site san=DNS:$NAME,DNS:www.$NAME
	nginx s 80 'listen 80; listen [::]:80; return 301 https://$host$request_uri;' \
		"server { listen 443 ssl default_server; listen [::]:443 ssl default_server; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; return 404; }
		server { listen 443 ssl; listen [::]:443 ssl; server_name www.$NAME; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; return 200 'hello\n'; }"
}
