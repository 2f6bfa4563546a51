# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# /etc/hosts sends the name to a server that is up and shows its own certificate.
expect_cause=name.hosts_override
target=https://$NAME/
proof="curl -sS -m 5 $target; curl -sS --resolve $NAME:443:$S4 $target"
proof_match='no alternative certificate.*hello'
build() {
	net far 4
	site
	https leaf
	cert other issuer=ca san=DNS:old.example
	nginx d 443 "listen 443 ssl; ssl_certificate $DIR/other.crt; ssl_certificate_key $DIR/other.key; return 200 'old\\n';"
	hosts "$D4 $NAME"
}
