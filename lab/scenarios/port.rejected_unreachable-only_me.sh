# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A ban: only this client is rejected, by name over IPv4.
expect_cause=port.rejected_unreachable
target=http://$NAME/
proof="nc -4 -vz -w2 $NAME 80; ping -c1 -W1 $S4"
proof_match='refused.* 0% packet loss'
build() {
	net one 4
	dns "host-record=$NAME,$S4"
	http
	rules s "input ip saddr $C4 tcp dport 80 reject with icmp port-unreachable"
}
