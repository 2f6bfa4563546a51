# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# nginx whose backend resets, asked over IPv6 alone.
expect_cause=http.bad_gateway
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='502'
build() {
	net far
	dns "host-record=$NAME,$S6"
	tcp -b 127.0.0.1 9000 rst
	http 80 'proxy_pass http://127.0.0.1:9000;'
}
