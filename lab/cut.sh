# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A web server whose connections are reset as soon as a request for its name passes some place. For
# another name the same server answers: that proves the place.

target=http://$NAME/
proof="curl -sS -m 3 $target; curl -sS -m 3 -H 'Host: x' http://$S4/"
proof_match='curl: \(56\).*hello'

# cut_at HOST CHAIN: the place.
cut_at() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	on "$1" iptables -A "$2" -p tcp --dport 80 -m string --algo bm --string "Host: $NAME" -j REJECT --reject-with tcp-reset
}
