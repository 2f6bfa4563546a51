# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same with a reset.
expect_cause=path.sni_filter
target=https://$NAME/
proof="curl -sS -m 3 $target; openssl s_client -connect $S4:443 -servername $OTHER </dev/null 2>&1 | grep -c CERTIFICATE"
proof_match='curl: \(35\).*[12]'
build() {
	net far 4
	site "san=DNS:$NAME,DNS:$OTHER"
	https leaf
	on r2 iptables -A FORWARD -p tcp --dport 443 -m string --algo bm --string "$NAME" -j REJECT --reject-with tcp-reset
}
