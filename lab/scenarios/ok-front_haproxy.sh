# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# haproxy ends TLS and passes on to a backend.
expect_status=ok
needs=haproxy
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	site key=rsa:2048
	tcp -b 127.0.0.1 9000 head 'HTTP/1.0 200 OK\r\n\r\nhello\n'
	front 443 "ssl crt $DIR/leaf.pem alpn h2,http/1.1" 'server b 127.0.0.1:9000'
}
