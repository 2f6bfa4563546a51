# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name server's whole network is silent.
expect_cause=name.resolver_silent
target=http://$NAME/
proof="dig +time=1 +tries=1 $NAME; ping -c1 -W1 $S4"
proof_match='(timed out|no servers could).* 0% packet loss'
build() {
	net far
	dns
	http
	rules r1 "forward ip daddr $D4 drop"
}
