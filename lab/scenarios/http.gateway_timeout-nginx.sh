# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server answers 504.
expect_cause=http.gateway_timeout
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/1.1 504'
build() {
	net far
	dns
	tcp 9000 silent
	http 80 "proxy_pass http://127.0.0.1:9000; proxy_read_timeout 1s;"
}
