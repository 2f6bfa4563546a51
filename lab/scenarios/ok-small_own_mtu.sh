# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# MTU 1280 on this host.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	ip -n "$(ns c)" link set eth0 mtu 1280
}
