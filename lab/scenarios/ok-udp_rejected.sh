# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server rejects every UDP datagram as prohibited.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	rules s 'input meta l4proto udp reject with icmpx type admin-prohibited'
}
