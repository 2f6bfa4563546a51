# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Another product holds the port of this host.
expect_status=failed expect_cause=port.other_program
target=http://127.0.0.1:5000/
proof="curl -sSi $target"
proof_match='403.*AirTunes'
build() {
	net far
	tcp -h c -b 127.0.0.1 5000 head 'HTTP/1.1 403 Forbidden\r\nServer: AirTunes/760.20.1\r\nContent-Length: 0\r\n\r\n'
}
