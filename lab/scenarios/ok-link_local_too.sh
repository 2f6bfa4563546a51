# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A link-local IPv4 address beside the good one.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	ip -n "$(ns c)" addr add 169.254.7.7/16 dev eth0 scope link
}
