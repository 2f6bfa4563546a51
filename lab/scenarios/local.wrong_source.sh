# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The route forces a source address that the network does not lead back to.
expect_cause=local.wrong_source
target=http://$S4/
proof="ip route get $S4; nc -vz -w2 $S4 80; nc -vz -w2 -s $C4 $S4 80"
proof_match='src 10.254.9.9.*timed out.*succeeded'
build() {
	net far 4
	http
	ip -n "$(ns c)" addr add 10.254.9.9/32 dev lo
	ip -n "$(ns c)" route replace default via "$GW4" src 10.254.9.9
	ip -n "$(ns r1)" route add blackhole 10.254.9.0/24
}
