# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A neighbour drops the port and answers on another one.
expect_cause=port.silent
target=http://$NAME:8080/
proof="nc -vz -w2 $S4 8080; nc -vz -w2 $S4 22"
proof_match='timed out.*succeeded'
build() {
	net near
	dns
	tcp 22 say 'SSH-2.0-OpenSSH_9.2\r\n'
	rules s 'input tcp dport 8080 drop'
}
