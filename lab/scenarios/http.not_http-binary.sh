# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Bytes of no protocol at all.
expect_cause=http.not_http
target=http://$NAME:$PORT/
proof="curl -sSi -m 6 $target"
proof_match='HTTP/0.9'
build() {
	net far
	dns
	tcp "$PORT" reply_close '\x80\x01\xfe\xff\x17\x00\x00\x99\xaa\xbb'
}
