# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server sends with a TTL of 200 and always with SYN cookies.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	x s 'echo 200 >/proc/sys/net/ipv4/ip_default_ttl; echo 2 >/proc/sys/net/ipv4/tcp_syncookies'
}
