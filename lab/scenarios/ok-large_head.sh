# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A head of sixteen kilobytes.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	tcp 80 head "HTTP/1.1 200 OK\\r\\nX-Long: $(printf 'x%.0s' {1..16000})\\r\\nContent-Length: 6\\r\\n\\r\\nhello\\n"
}
