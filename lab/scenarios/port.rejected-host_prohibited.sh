# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# firewalld's way: host prohibited.
expect_cause=port.rejected
target=tcp://$S4:5432
proof="nc -vz -w2 $S4 5432; ping -c1 -W1 $S4"
proof_match='No route to host.* 0% packet loss'
build() {
	net near
	tcp 5432 silent
	rules s 'input tcp dport 5432 reject with icmp host-prohibited'
}
