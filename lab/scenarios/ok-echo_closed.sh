# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server ignores echo requests.
expect_status=ok
target=http://$NAME/
proof="ping -c1 -W1 $S4; curl -sS $target"
proof_match='100% packet loss.*hello'
build() {
	net far
	dns
	http
	x s 'echo 1 >/proc/sys/net/ipv4/icmp_echo_ignore_all'
}
