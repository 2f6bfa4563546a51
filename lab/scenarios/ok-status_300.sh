# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 300 with choices is an answer.
expect_status=ok
target=http://$S4/
proof="curl -sSi -m 6 $target"
proof_match='300'
build() {
	net near
	http 80 "return 300 'choose\n';"
}
