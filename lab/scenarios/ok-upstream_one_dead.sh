# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# One of nginx's two backends is dead.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http 8081
	nginx s 80 'listen 80; listen [::]:80; location / { proxy_pass http://pool; }' 'upstream pool { server 127.0.0.1:9; server 127.0.0.1:8081; }'
}
