# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name does not exist, and the name server is asked over IPv6.
expect_cause=name.nxdomain
target=http://nothing.$DOMAIN:$PORT/
proof="dig nothing.$DOMAIN"
proof_match='NXDOMAIN'
build() {
	net far 6
	dns
	resolv "nameserver $D6"
}
