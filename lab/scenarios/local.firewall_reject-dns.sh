# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host's firewall rejects the question to the name server.
expect_cause=local.firewall_reject
target=https://$NAME/
proof="dig +tries=1 +time=2 $NAME; nc -vzu -w1 $D4 53; curl -sS -m 4 $target"
proof_match='Could not resolve'
build() {
	net far
	site
	https leaf
	rules c 'output udp dport 53 reject'
}
