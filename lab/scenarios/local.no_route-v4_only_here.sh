# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A host with IPv4 alone lost its default route; the name has an IPv6 address too, which is no fault.
expect_cause=local.no_route
target=https://$NAME/
proof="getent ahostsv4 $NAME; ip route get $S4; curl -sS -m 4 $target"
proof_match="$S4.*unreachable.*curl: \\(7\\)"
build() {
	net far 4
	dns "host-record=$NAME,$S4,fd77::9"
	ip -n "$(ns c)" route del default
	ip -n "$(ns c)" route add "$DNET.0/24" via "$GW4"
}
