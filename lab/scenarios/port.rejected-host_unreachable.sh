# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The host's own firewall says "host unreachable", on the same link.
expect_cause="port.rejected path.host_down path.no_route"
target=ssh://$S4
proof="nc -vz -w2 $S4 22; ping -c1 -W1 $S4"
proof_match='No route to host.* 0% packet loss'
build() {
	net near
	rules s 'input meta nfproto ipv4 tcp dport 22 reject with icmp host-unreachable'
}
