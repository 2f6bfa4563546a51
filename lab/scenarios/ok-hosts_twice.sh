# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The hosts file has the name three times, with the very addresses of DNS.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	hosts "$S4 $NAME" "$S6 $NAME" "$S4 $LABEL $NAME"
}
