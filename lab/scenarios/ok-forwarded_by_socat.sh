# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A user-space forwarder in front.
expect_status=ok
needs='socat'
target=http://$NAME:$PORT/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	bg s "$PORT" socat "TCP6-LISTEN:$PORT,fork,reuseaddr,ipv6only=0" TCP:127.0.0.1:80
}
