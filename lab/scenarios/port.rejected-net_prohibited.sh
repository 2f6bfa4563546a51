# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The host's own firewall says "net prohibited".
expect_cause=port.rejected
target=https://$NAME/
proof="nc -vz -w2 $S4 443; ping -c1 -W1 $S4"
proof_match='Network is unreachable.* 0% packet loss'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	rules s 'input meta nfproto ipv4 tcp dport 443 reject with icmp net-prohibited'
}
