# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server's firewall drops this port only.
expect_cause=port.silent
target=tcp://$NAME:5432
proof="nc -4 -vz -w2 $NAME 5432; nc -vz -w2 $S4 22"
proof_match='timed out.*succeeded'
build() {
	net far
	dns
	tcp 5432 silent
	tcp 22 say 'SSH-2.0-OpenSSH_9.2\r\n'
	rules s 'input tcp dport 5432 drop'
}
