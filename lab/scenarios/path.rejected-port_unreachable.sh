# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A router answers "port unreachable" in place of the server.
expect_cause=path.rejected
target=https://$NAME/
proof="nc -vz -w2 $S4 443; nc -vz -w2 $S4 80"
proof_match='refused.*succeeded'
build() {
	net far 4
	site
	https leaf
	http
	rules r1 'forward tcp dport 443 reject with icmp port-unreachable'
}
