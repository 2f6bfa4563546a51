# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host drops what its connection tracking calls invalid.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	rules c 'output ct state invalid drop'
}
