# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The port is led on to a server behind the host that was asked for, which resets.
expect_cause=port.reset
target=http://$NAME/
proof="curl -sS $target; nc -vz -w2 $R2 $PORT"
proof_match='curl: \(56\).*refused'
build() {
	net far 4
	dns "host-record=$NAME,$R2"
	tcp 80 read-rst
	on r2 iptables -t nat -A PREROUTING -p tcp -d "$R2" --dport 80 -j DNAT --to "$S4"
}
