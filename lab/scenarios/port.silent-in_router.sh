# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A firewall before the server drops it: a security group.
expect_cause=port.silent
target=http://$S4:8080/
proof="nc -vz -w2 $S4 8080; nc -vz -w2 $S4 80; ping -c1 -W1 $S4"
proof_match='timed out.*succeeded.* 0% packet loss'
build() {
	net far
	http 80
	http 8080
	rules r2 'forward tcp dport 8080 drop'
}
