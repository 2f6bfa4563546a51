# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The own firewall says "administratively prohibited", to all of that network.
expect_cause=local.firewall_reject
target=https://$NAME/
proof="nc -vz -w2 $S4 443; nft list ruleset"
proof_match='No route to host.*reject'
build() {
	net far 4
	site
	https leaf
	rules c "output ip daddr $SNET.0/24 reject with icmp admin-prohibited"
}
