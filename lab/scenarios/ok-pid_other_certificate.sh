# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The program of --pid is connected to another service on the same port: its certificate is for another name.
expect_status=ok
from=d
rights=root
target=https://$NAME/
args=(--pid "$(cat "$DIR/pid" 2>/dev/null || :)")
proof="curl -sS --resolve $NAME:443:$S4B $target; ss -tn dst $S4B"
proof_match="no alternative certificate.*ESTAB.*$S4B:443"
build() {
	net far
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	dns "host-record=$NAME,$S4"
	ca
	cert leaf issuer=ca
	cert other issuer=ca "san=DNS:$OTHER"
	nginx s 443 "listen $S4:443 ssl; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; return 200;" \
		"server { listen $S4B:443 ssl; ssl_certificate $DIR/other.crt; ssl_certificate_key $DIR/other.key; return 200; }"
	client "$S4B" 443
}
