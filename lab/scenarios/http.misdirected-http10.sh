# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 421 in HTTP/1.0 by IPv6 address.
expect_cause=http.misdirected
target="http://[$S6]:8080/"
proof="curl -sSi -m 6 '$target'"
proof_match='421'
build() {
	net near
	tcp 8080 head 'HTTP/1.0 421 Misdirected Request\r\n\r\nwrong host\n'
}
