# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 401 without a word on how to log in.
expect_cause=http.unauthorized
target="http://[$S6]/"
proof="curl -sSi -m 6 '$target'"
proof_match='HTTP/1.1 401'
build() {
	net far 6
	tcp 80 head 'HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n'
}
