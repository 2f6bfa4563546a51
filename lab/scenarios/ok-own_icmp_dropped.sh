# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host throws away every ICMP error that comes in.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	rules c 'input icmp type { time-exceeded, destination-unreachable } drop'
}
