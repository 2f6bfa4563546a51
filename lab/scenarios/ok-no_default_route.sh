# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No default route, but one for the destination.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 4
	dns
	http
	ip -n "$(ns c)" route add "$SNET.0/24" via "$GW4"
	ip -n "$(ns c)" route add "$DNET.0/24" via "$GW4"
	ip -n "$(ns c)" route del default
}
