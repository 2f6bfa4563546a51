# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Another site on the same address has an expired certificate.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	cert old issuer=ca san=DNS:default.example from='400 days ago' to='40 days ago'
	nginx s 443 "listen 443 ssl default_server; listen [::]:443 ssl default_server; ssl_certificate $DIR/old.crt; ssl_certificate_key $DIR/old.key; return 444;" \
		"server { listen 443 ssl; listen [::]:443 ssl; server_name $NAME; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; return 200 'hello\n'; }"
}
