# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The machine of the name server is up, but nothing listens on port 53.
expect_cause=name.resolver_refused
target=https://$NAME/
proof_match='connection refused.* 0% packet loss'
build() {
	net far
	site
	https leaf
	resolv "nameserver $GW4"
}
proof="dig +tries=1 $NAME; ping -c1 -W1 $GW4"
