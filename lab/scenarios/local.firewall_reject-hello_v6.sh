# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A rule of this host resets the connection at the ClientHello, over IPv6 and to a neighbour.
expect_cause=local.firewall_reject
target=https://$NAME/
proof="curl -sS -m 3 $target; nc -vz -w2 $S6 443"
proof_match='curl: \(35\).*succeeded'
build() {
	net near
	site
	hosts "$S6 $NAME"
	https leaf
	on c ip6tables -A OUTPUT -p tcp --dport 443 -m string --algo bm --string "$NAME" -j REJECT --reject-with tcp-reset
}
