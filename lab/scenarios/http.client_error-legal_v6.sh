# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 451 with a Link to who demanded it.
expect_cause=http.client_error
target="http://[$S6]/song"
proof="curl -sSi -m 6 '$target'"
proof_match='451'
build() {
	net far
	tcp 80 head 'HTTP/1.1 451 Unavailable For Legal Reasons\r\nLink: <https://court.example>; rel="blocked-by"\r\nContent-Length: 0\r\n\r\n'
}
