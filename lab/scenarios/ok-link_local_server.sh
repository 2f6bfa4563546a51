# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The only name server has a link-local address, with its interface.
expect_status=ok
target=http://$NAME/
proof="curl -sS $target"
proof_match="hello"
build() {
	net near
	ip -n "$(ns r1)" addr add fe80::53/64 dev lan0 nodad
	dns_on r1 "host-record=$NAME,$S4"
	http
	resolv 'nameserver fe80::53%eth0'
}
