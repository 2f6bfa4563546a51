# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The resolver is asked over TCP alone, as resolv.conf says.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	resolv "nameserver $D4" 'options use-vc'
}
