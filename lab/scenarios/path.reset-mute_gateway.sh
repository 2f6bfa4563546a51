# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The last router resets the connection when the request passes, and the first one says nothing of TTLs.
expect_cause=path.reset
target=http://$NAME/
proof="curl -sS -m 3 $target; curl -sS -m 3 -H 'Host: x' http://$S4/"
proof_match='curl: \(56\).*hello'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	rules r1 'output icmp type time-exceeded drop'
	on r2 iptables -A FORWARD -p tcp --dport 80 -m string --algo bm --string "Host: $NAME" -j REJECT --reject-with tcp-reset
}
