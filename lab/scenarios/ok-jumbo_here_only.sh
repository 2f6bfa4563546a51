# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Jumbo frames on this host's link, and a router that says how much less the next one carries.
long=$(printf 'q%.0s' {1..6000})
expect_status=ok
target="http://$NAME/?$long"
proof="curl -sS -m 3 '$target'; ping -c1 -W1 -M do -s 8900 $S4"
proof_match='hello.*(Frag needed|message too long)'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	ip -n "$(ns c)" link set eth0 mtu 9000
	ip -n "$(ns r1)" link set lan0 mtu 9000
	real_mtu c eth0
}
