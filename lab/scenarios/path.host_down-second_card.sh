# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A machine of a second card's network is switched off, and no other way leads to it.
expect_cause=path.host_down
target=http://$CNET.$((RANDOM % 20 + 220)):8080/
target=${target/$CNET/10.99.7}
proof="nc -vz -w5 10.99.7.221 8080; ip neigh show 10.99.7.221; ping -c1 -W1 10.99.7.251"
proof_match='No route to host.*(FAILED|INCOMPLETE).* 0% packet loss'
build() {
	net one 4
	host x
	link c eth1 x eth0
	addr c eth1 10.99.7.250/24
	addr x eth0 10.99.7.251/24
	ip -n "$(ns r1)" route add unreachable 10.99.7.0/24
}
