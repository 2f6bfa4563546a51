# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Through a proxy plain http gets a 503 that does not say who made it.
expect_cause="http.unavailable http.proxy_cannot_reach"
expect_certainty="likely possible"
env=("http_proxy=http://[$S6]:3128")
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='503'
build() {
	net far
	tcp 3128 head 'HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
}
