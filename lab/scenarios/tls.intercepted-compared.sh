# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A box re-signs whatever it sees with an authority that nobody knows; another host shows the same issuer.
expect_cause=tls.intercepted
target=https://$NAME/
args=(--compare-host "$OTHER")
proof="curl -sS -m 6 $target; openssl s_client -connect $OTHER:443 -servername $OTHER </dev/null 2>/dev/null | grep -a issuer"
proof_match='unable to get local.*Acme Gateway'
build() {
	net far
	dns "host-record=$NAME,$S4,$S6" "host-record=$OTHER,$S4B"
	ca
	addr s eth0 "$S4B/24"
	cert box ca=1 to='900 days' cn='Acme Gateway'
	cert leaf issuer=box
	cert second issuer=box san="DNS:$OTHER"
	nginx s 443 "listen 443 ssl; listen [::]:443 ssl; server_name $NAME;
		ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; location / { return 200 'hello\\n'; }" "
		server { listen 443 ssl; server_name $OTHER; ssl_certificate $DIR/second.crt;
		ssl_certificate_key $DIR/second.key; location / { return 200 'hello\\n'; } }"
}
