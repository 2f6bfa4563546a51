# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The answer takes two seconds over TLS.
expect_status=ok
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net one
	site
	tcp -b 127.0.0.1 9000 head 'HTTP/1.0 200 OK\r\n\r\nhello\n' 2
	https leaf 443 'proxy_pass http://127.0.0.1:9000;'
}
