# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server lets in ten new connections at a time, then thirty a minute.
expect_status=ok
needs='iptables'
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	x s 'iptables -A INPUT -p tcp --dport 80 --syn -m limit --limit 30/minute --limit-burst 10 -j ACCEPT; iptables -A INPUT -p tcp --dport 80 --syn -j DROP'
}
