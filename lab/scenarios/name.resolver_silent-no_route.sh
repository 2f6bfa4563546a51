# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A router has no route to the configured name server.
expect_cause=name.resolver_silent
target=http://$NAME/
proof="dig +time=1 +tries=1 $NAME; ping -c1 -W1 $S4"
proof_match='(unreachable|timed out|no servers could).* 0% packet loss'
build() {
	net far
	http
	resolv 'nameserver 198.51.100.53'
}
