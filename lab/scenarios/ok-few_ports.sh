# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A hundred local ports, all free.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	x c 'echo 50000 50099 >/proc/sys/net/ipv4/ip_local_port_range'
}
