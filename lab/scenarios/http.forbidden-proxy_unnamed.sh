# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Through a proxy plain http gets a 403 that does not say who made it.
expect_cause="http.forbidden http.proxy_denied"
expect_certainty="likely possible"
env=(http_proxy=http://$S4:3128)
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='403'
build() {
	net far
	tcp 3128 head 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
}
