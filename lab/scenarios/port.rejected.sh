# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server's firewall forbids it and says so.
expect_cause=port.rejected
target=https://$NAME/
proof="nc -vz -w2 $S4 443; ping -c1 -W1 $S4"
proof_match='No route to host.* 0% packet loss'
build() {
	net far
	site
	https leaf
	rules s 'input tcp dport 443 reject with icmpx admin-prohibited'
}
