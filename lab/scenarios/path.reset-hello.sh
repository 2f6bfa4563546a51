# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A box on the way resets each connection as soon as a ClientHello passes, whatever its name.
expect_cause=path.reset
target=https://$NAME/
proof="openssl s_client -connect $S4:443 -servername $NAME </dev/null; openssl s_client -connect $S4:443 -noservername </dev/null; nc -vz -w2 $S4 443"
proof_match='errno=104.*errno=104.*succeeded'
build() {
	net far 4
	site
	https leaf
	on r1 iptables -A FORWARD -p tcp --dport 443 -m length --length 200: -j REJECT --reject-with tcp-reset
}
