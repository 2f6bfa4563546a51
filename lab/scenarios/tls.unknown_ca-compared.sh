# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A company CA that is not trusted here; the host to compare with is signed by a public one.
expect_cause=tls.unknown_ca
target=https://$NAME/
args=(--compare-host "$OTHER")
proof="curl -sS -m 6 $target; openssl s_client -connect $OTHER:443 -servername $OTHER </dev/null 2>/dev/null | grep -a issuer"
proof_match='unable to get local.*Lab Root'
build() {
	net far
	dns "host-record=$NAME,$S4,$S6" "host-record=$OTHER,$S4B"
	ca
	addr s eth0 "$S4B/24"
	cert box ca=1 to='900 days' cn='Acme Gateway'
	cert leaf issuer=box
	cert second issuer=ca san="DNS:$OTHER"
	nginx s 443 "listen 443 ssl; listen [::]:443 ssl; server_name $NAME;
		ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; location / { return 200 'hello\\n'; }" "
		server { listen 443 ssl; server_name $OTHER; ssl_certificate $DIR/second.crt;
		ssl_certificate_key $DIR/second.key; location / { return 200 'hello\\n'; } }"
}
