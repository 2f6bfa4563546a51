# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server that would rather speak HTTP/2.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	nginx s 443 "listen 443 ssl http2; listen [::]:443 ssl http2; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; location / { return 200 'hello\n'; }"
}
