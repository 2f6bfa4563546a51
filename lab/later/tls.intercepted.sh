# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A security product re-signs everything with its own authority.
target=https://$NAME/
expect_cause="tls.intercepted"
args=(--compare-host $OTHER)
proof="curl -sS -m 6 $target"
proof_match='unable to get local|self.signed'
build() {
	net far 4
	dns "host-record=$NAME,$S4" "host-record=$OTHER,$S4B"
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	ca
	cert box ca=1 to='900 days' cn='Company Inspection CA'
	cert leaf issuer=box san=DNS:$NAME
	cert leaf2 issuer=box san=DNS:$OTHER cn=$OTHER
	for n in leaf leaf2; do cat "$DIR/box.crt" >>"$DIR/$n.crt"; done
	nginx s 443 "listen $S4:443 ssl; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; location / { return 200 'hello\n'; }" "server { listen $S4B:443 ssl; ssl_certificate $DIR/leaf2.crt; ssl_certificate_key $DIR/leaf2.key; location / { return 200 'hello\n'; } }"
}
