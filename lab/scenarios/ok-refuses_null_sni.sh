# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server that insists on a name, and gets it.
expect_status=ok
needs=haproxy
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='hello'
build() {
	net one
	site
	front 443 "ssl crt $DIR/leaf.pem strict-sni" 'http-request return status 200 content-type text/plain string hello'
}
