# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server hangs up without an answer.
expect_cause=http.empty_reply
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(52\)'
build() {
	net far
	dns
	tcp 80 read-close
}
