# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A box on the way resets the connection as soon as the request passes.
expect_cause=path.reset
expect_certainty=proven
target=http://$NAME/
proof="curl -sS -m 3 $target; curl -sS -m 3 -H 'Host: x' http://$S4/"
proof_match='curl: \(56\).*hello'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	on r1 iptables -A FORWARD -p tcp --dport 80 -m string --algo bm --string "Host: $NAME" -j REJECT --reject-with tcp-reset
}
