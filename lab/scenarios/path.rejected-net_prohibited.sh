# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The first router forbids that network ("net prohibited"), one router only.
expect_cause=path.rejected
target=http://$S4:8080/
proof="nc -vz -w2 $S4 8080; ping -c1 -W1 $S4"
proof_match='(Network is unreachable|No route to host).* 0% packet loss'
build() {
	net one
	http 8080
	rules r1 'forward meta nfproto ipv4 tcp dport 8080 reject with icmp net-prohibited'
}
