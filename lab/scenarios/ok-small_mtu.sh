# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A tunnel with a small MTU, and the routers say so.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 4
	site key=rsa:4096
	https leaf
	for d in 'r1 wan0' 'r2 up0'; do ip -n "$(ns ${d% *})" link set "${d#* }" mtu 1300; done
	real_mtu s eth0; real_mtu c eth0
}
