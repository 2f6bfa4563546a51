# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# IPv4 alone leads out, and the name server brings the IPv4 address a little after the other.
expect_status=ok
target=http://$NAME/
proof="curl -sS -m 8 $target; ip -6 route"
proof_match='hello'
build() {
	net far
	dns_py "$NAME=$S4" "$NAME=$S6" 'A!late'
	http
	ip -n "$(ns c)" -6 route del default
}
