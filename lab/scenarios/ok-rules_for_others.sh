# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Rules and routes reject other traffic.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	ip -n "$(ns c)" rule add to 10.254.0.0/16 prohibit priority 50
	ip -n "$(ns c)" rule add from 10.253.0.0/16 blackhole priority 51
	ip -n "$(ns c)" rule add fwmark 7 lookup 123 priority 52
	ip -n "$(ns c)" route add blackhole 10.252.0.0/16
	ip -n "$(ns c)" route add unreachable 10.251.0.0/16
}
