# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Three addresses on the one interface.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	addr c eth0 "$CNET.211/24" "$CNET.212/24" "$CNET6::211/64"
}
