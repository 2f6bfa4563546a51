# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Jumbo frames here and on the way to the gateway, which drops what it should say is too large: not this host's link.
long=$(printf 'q%.0s' {1..6000})
expect_cause=path.mtu_blackhole
target="http://$NAME/?$long"
proof="curl -sS -m 3 '$target'; curl -sS http://$NAME/; ping -c1 -W1 -M do -s 8900 $GW4"
proof_match='curl: \(28\).*hello.* 0% packet loss'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	ip -n "$(ns c)" link set eth0 mtu 9000
	ip -n "$(ns r1)" link set lan0 mtu 9000
	ip -n "$(ns s)" link set eth0 mtu 9000
	ip -n "$(ns r2)" link set srv0 mtu 9000
	real_mtu c eth0
	rules r1 'output icmp type destination-unreachable drop'
}
