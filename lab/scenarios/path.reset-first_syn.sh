# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A box two routers away answers the first SYN with a reset in the host's name.
expect_cause=path.reset
target=https://$NAME/
proof="nc -vz -w2 $S4 443; traceroute -n -T -p 443 -q1 -w1 $S4; traceroute -n -T -p 47831 -q1 -w1 $S4"
proof_match="refused.* 2  $S4.* 2  $R2"
build() {
	net far 4
	site
	https leaf
	on r1 iptables -A FORWARD -p tcp --dport 443 -j REJECT --reject-with tcp-reset
}
