# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Binary bytes, no protocol that is known.
expect_cause=http.not_http
target=http://$NAME:$PORT/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/0.9'
build() {
	net far
	dns
	tcp "$PORT" reply '\x07\x00\xfa\xce\x00\x01binary\x00'
}
