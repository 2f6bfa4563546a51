# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server's firewall admits this client alone.
expect_status=ok
target=http://$NAME:8080/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	dns
	http 8080
	rules s "input ip saddr != $C4 tcp dport 8080 drop"
}
