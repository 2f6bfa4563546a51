# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server's firewall answers "port unreachable": iptables' default reject.
expect_cause=port.rejected_unreachable
target=tcp://$S4:22
proof="nc -vz -w2 $S4 22; nc -vz -w2 $S4 80"
proof_match='refused.*succeeded'
build() {
	net far
	http
	tcp 22 say 'SSH-2.0-OpenSSH_9.2\r\n'
	rules s 'input tcp dport 22 reject'
}
