# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The head breaks off in the middle.
expect_cause="http.empty_reply http.not_http"
target=http://$S4:$PORT/
proof="curl -sSi -m 6 $target"
proof_match='curl: \((1|52|56|8|18)\)|^HTTP/1.1 200'
build() {
	net near
	tcp "$PORT" reply_close 'HTTP/1.1 200 O'
}
