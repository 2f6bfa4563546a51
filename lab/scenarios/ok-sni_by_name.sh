# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server that refuses unknown names, asked for its own.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	nginx s 443 "listen 443 ssl; listen [::]:443 ssl; server_name $NAME; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; location / { return 200 'hello\n'; }" "server { listen 443 ssl default_server; listen [::]:443 ssl default_server; ssl_reject_handshake on; }"
}
