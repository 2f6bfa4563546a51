# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A rule sends this destination to a table whose route leads to a dead end.
expect_cause=local.policy_rule
target=http://$NAME/
proof="ip rule; ip route get $S4; nc -vz -w2 $S4 80; ip route show table main"
proof_match="lookup 77.*(No route|unreachable|Invalid).*default"
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	ip -n "$(ns c)" rule add to "$SNET.0/24" lookup 77 priority 1000
	ip -n "$(ns c)" route add unreachable default table 77
}
