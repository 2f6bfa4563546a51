# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server's own firewall resets the connection as soon as the request comes in.
expect_cause=port.reset
target=http://$NAME/
proof="curl -sS -m 3 $target; curl -sS -m 3 -H 'Host: x' http://$S4/"
proof_match='curl: \(56\).*hello'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	on s iptables -A INPUT -p tcp --dport 80 -m string --algo bm --string "Host: $NAME" -j REJECT --reject-with tcp-reset
}
