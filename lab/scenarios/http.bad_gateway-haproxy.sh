# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A front that gets nonsense from its backend, by IPv6 address.
expect_cause=http.bad_gateway
needs=haproxy
target="http://[$S6]:8080/orders"
proof="curl -sSi -m 6 '$target'"
proof_match='502 Bad Gateway'
build() {
	net one
	tcp -b 127.0.0.1 9000 reply_close 'garbage\r\n\r\n'
	front 8080 '' 'server b 127.0.0.1:9000'
}
