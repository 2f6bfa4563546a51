# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A routing rule sends this traffic to a table of its own, which leads there.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	ip -n "$(ns c)" route add default via "$GW4" dev eth0 table 88
	ip -n "$(ns c)" rule add to "$SNET.0/24" lookup 88 priority 90
}
