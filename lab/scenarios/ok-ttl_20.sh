# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host sends with a TTL of 20, without timestamps and SACK.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	x c 'cd /proc/sys/net/ipv4; echo 20 >ip_default_ttl; echo 0 >tcp_timestamps; echo 0 >tcp_sack; echo 1 >tcp_ecn; echo 1 >tcp_syn_retries'
}
