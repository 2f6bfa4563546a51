# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The only router resets the connection as soon as the request passes, over IPv6.
expect_cause=path.reset
target=http://$NAME/
proof="curl -sS -m 3 $target; curl -sS -m 3 -H 'Host: x' http://[$S6]/"
proof_match='curl: \(56\).*hello'
build() {
	net one
	dns "host-record=$NAME,$S6"
	http
	on r1 ip6tables -A FORWARD -p tcp --dport 80 -m string --algo bm --string "Host: $NAME" -j REJECT --reject-with tcp-reset
}
