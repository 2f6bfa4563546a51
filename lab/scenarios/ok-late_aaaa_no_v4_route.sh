# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# IPv6 alone leads out, and the name server brings the IPv6 address a little after the other.
expect_status=ok
target=http://$NAME/
proof="curl -sS -m 8 $target; ip route"
proof_match='hello'
build() {
	net far
	dns_py "$NAME=$S4" "$NAME=$S6" 'AAAA!late'
	http
	ip -n "$(ns c)" route del default
	resolv "nameserver $D6"
}
