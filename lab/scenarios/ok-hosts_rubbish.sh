# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The hosts file has lines that are no lines, and the name in a comment.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	hosts '999.1.1.1 '"$NAME" 'rubbish' "# 10.255.0.1 $NAME" "10.255.0.1 x$NAME" "10.255.0.2 $NAME.old"
}
