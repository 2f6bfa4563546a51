# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server answers 502.
expect_cause=http.bad_gateway
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/1.1 502'
build() {
	net far
	dns
	http 80 "proxy_pass http://127.0.0.1:9;"
}
