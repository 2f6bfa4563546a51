# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 500 with a chunked page over a kept connection, IPv6 only.
expect_cause=http.server_error
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='500'
build() {
	net near
	dns "host-record=$NAME,$S6"
	tcp 80 reply 'HTTP/1.1 500 Internal Server Error\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n1a\r\n<title>Whoops: KeyError</title\r\n1\r\n>\r\n0\r\n\r\n'
}
