# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A reject route and a rule for other destinations.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	ip -n "$(ns c)" route add blackhole 203.0.113.0/24
	ip -n "$(ns c)" rule add to 198.51.100.0/24 prohibit
}
