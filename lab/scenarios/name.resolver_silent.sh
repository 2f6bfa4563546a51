# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A filter drops port 53 on the way.
expect_cause=name.resolver_silent
target=https://$NAME/
proof="dig +time=1 +tries=1 $NAME; ping -c1 -W1 $D4"
proof_match='(timed out|no servers could).* 0% packet loss'
build() {
	net far
	site
	https leaf
	rules d 'input meta l4proto { tcp, udp } th dport 53 drop'
}
