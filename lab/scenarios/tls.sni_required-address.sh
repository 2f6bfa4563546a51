# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# By address no name is sent, and the server wants one.
expect_cause=tls.sni_required
target=https://$S4/
proof="curl -sS -m 6 $target"
proof_match='unrecognized name|curl: \(35\)'
build() {
	net far
	site san=IP:$S4,DNS:$NAME
	nginx s 443 "listen 443 ssl; server_name $NAME; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key; location / { return 200 'hello\n'; }" "server { listen 443 ssl default_server; ssl_reject_handshake on; }"
}
