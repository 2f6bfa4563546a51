# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The host answers on another port only; no echo, no errors.
expect_cause=port.silent
target=https://$NAME/
proof="nc -vz -w2 $S4 443; ping -c1 -W1 $S4; nc -vz -w2 $S4 80"
proof_match='timed out.*100% packet loss.*succeeded'
build() {
	net far
	dns
	http
	rules s 'input tcp dport 443 drop'
	rules s 'input icmp type echo-request drop'
	rules s 'input icmpv6 type echo-request drop'
	rules s 'output meta l4proto icmp drop'
}
