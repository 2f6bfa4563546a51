# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host's firewall lets the question to the name server out and drops the answer.
expect_cause=local.firewall_drop
target=https://$NAME/
proof="dig +tries=1 +time=2 $NAME"
proof_match='(timed out|no servers could be reached)'
build() {
	net far
	site
	https leaf
	rules c 'input iif != lo meta l4proto { tcp, udp } drop'
}
