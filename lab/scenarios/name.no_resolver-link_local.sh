# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name server has a link-local address, and resolv.conf does not say on which interface.
expect_cause=name.no_resolver
target=http://$NAME/
proof="dig +short @fe80::53%eth0 $NAME; getent ahosts $NAME || echo no address"
proof_match="^$S4\n.*no address"
build() {
	net near
	ip -n "$(ns r1)" addr add fe80::53/64 dev lan0 nodad
	dns_on r1 "host-record=$NAME,$S4"
	http
	resolv 'nameserver fe80::53'
}
