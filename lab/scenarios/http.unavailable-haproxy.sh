# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No backend is left behind the front, over TLS.
expect_cause=http.unavailable
needs=haproxy
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='503 Service Unavailable'
build() {
	net far
	site
	front 443 "ssl crt $DIR/leaf.pem" 'server b 127.0.0.1:9000'
}
