# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A rate limit in the front, over TLS 1.2.
expect_cause=http.too_many_requests
needs=haproxy
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='429 Too Many'
build() {
	net one
	site key=rsa:2048
	front 443 "ssl crt $DIR/leaf.pem ssl-max-ver TLSv1.2" 'http-request deny deny_status 429' 'server b 127.0.0.1:9000'
}
