# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A MySQL greeting where a web server was expected.
expect_cause=port.wrong_service
target=http://$NAME:8080/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/0.9'
build() {
	net far
	dns
	tcp 8080 say 'J\x00\x00\x00\x0a8.0.36\x00\x08\x00\x00\x00abcdefgh\x00\xff\xf7\xff\x02\x00\xff\xdf\x15\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00abcdefghijkl\x00caching_sha2_password\x00'
}
