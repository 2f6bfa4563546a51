# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# There are routes, but none for this destination.
expect_cause=local.no_route
target=http://$NAME/
proof="ip route; nc -vz -w2 $S4 80; dig +short $NAME"
proof_match="via.*unreachable.*$S4"
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	ip -n "$(ns c)" route del default
	ip -n "$(ns c)" route add "$DNET.0/24" via "$GW4"
}
