# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host's own firewall rejects the port, with an ICMP message.
expect_cause=local.firewall_reject
target=http://$NAME/
proof="nc -vz -w2 $S4 80; nft list ruleset; ping -c1 -W1 $S4"
proof_match='refused.*reject.* 0% packet loss'
build() {
	net far
	dns
	http
	rules c 'output tcp dport 80 reject'
}
