# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The default site of that server has another name and a bad certificate.
expect_status=ok
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	site
	cert bad san=DNS:default.invalid from='90 days ago' to='3 days ago'
	nginx s 443 "listen 443 ssl default_server; listen [::]:443 ssl default_server; ssl_certificate $DIR/bad.crt; ssl_certificate_key $DIR/bad.key; return 404;" \
		"server { listen 443 ssl; listen [::]:443 ssl; server_name $NAME; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; return 200 'hello\n'; }"
}
