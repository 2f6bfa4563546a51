# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The answers come back another way, and this host does not mind.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	link c eth1 r2 alt0
	addr c eth1 10.251.4.2/30
	addr r2 alt0 10.251.4.1/30
	ip -n "$(ns r2)" route add "$C4/32" via 10.251.4.2
}
