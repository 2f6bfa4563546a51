# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Another interface is down.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	link c eth1 r1 spare0
	dns
	http
	ip -n "$(ns c)" link set eth1 down
}
