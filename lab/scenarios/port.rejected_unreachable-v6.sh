# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A filter that looks like a closed port, over IPv6 through one router.
expect_cause=port.rejected_unreachable
target="tcp://[$S6]:6379"
proof="nc -vz -w2 $S6 6379; ping -c1 -W1 $S6"
proof_match='refused.* 0% packet loss'
build() {
	net one
	tcp 6379 silent
	rules s 'input tcp dport 6379 reject with icmpx port-unreachable'
}
