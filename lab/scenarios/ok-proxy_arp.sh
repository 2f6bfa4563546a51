# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No gateway at all: the router answers for every address.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	x r1 'echo 1 >/proc/sys/net/ipv4/conf/lan0/proxy_arp'
	ip -n "$(ns c)" route replace default dev eth0
}
