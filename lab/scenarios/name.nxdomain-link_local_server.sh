# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name server has a link-local address on this link, and does not know the name.
expect_cause=name.nxdomain
target=http://$NAME/
proof="dig @fe80::53%eth0 $NAME"
proof_match='NXDOMAIN'
build() {
	net near
	ip -n "$(ns r1)" addr add fe80::53/64 dev lan0 nodad
	dns_on r1 "host-record=$OTHER,$S4"
	http
	resolv 'nameserver fe80::53%eth0'
}
