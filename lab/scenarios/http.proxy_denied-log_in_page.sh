# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy answers CONNECT with a redirect to its log-in page.
expect_cause=http.proxy_denied
expect_json='login.corp.example'
env=(https_proxy=http://$S4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='302'
build() {
	net far
	tcp 3128 head 'HTTP/1.1 302 Found\r\nLocation: http://login.corp.example/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
}
