# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Every TCP port but a closed one is dropped; a closed port refuses, so the host lives.
expect_cause=port.silent
target=https://$S4/
proof="nc -vz -w2 $S4 443; nc -vz -w2 $S4 $PORT"
proof_match='timed out.*refused'
build() {
	net far 4
	rules s 'input tcp dport { 22, 80, 443 } drop'
}
