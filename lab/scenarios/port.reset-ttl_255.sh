# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server answers the request with a reset that has another TTL than its other packets.
expect_cause=port.reset
target=http://$NAME/
proof="curl -sS $target"
proof_match='curl: \(56\).*reset'
build() {
	net one 4
	dns "host-record=$NAME,$S4"
	tcp 80 read-rst
	on s iptables -t mangle -A OUTPUT -p tcp --tcp-flags RST RST -j TTL --ttl-set 255
}
