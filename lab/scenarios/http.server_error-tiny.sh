# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 505 with nothing else, HTTP/1.0, over TLS.
expect_cause=http.server_error
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='505'
build() {
	net far
	site
	tcp -b 127.0.0.1 9000 head 'HTTP/1.0 505 HTTP Version Not Supported\r\n\r\n'
	https leaf 443 'proxy_pass http://127.0.0.1:9000;'
}
