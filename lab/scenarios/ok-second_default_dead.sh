# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A second default route of higher metric leads nowhere; nothing uses it.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	ip -n "$(ns c)" route add default via "$CNET.254" metric 600
	ip -n "$(ns c)" -6 route add default via "$CNET6::dead" metric 4096
}
