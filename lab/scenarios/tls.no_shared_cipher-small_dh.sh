# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A Diffie-Hellman group too small for today's clients.
expect_cause=tls.no_shared_cipher
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(35\).*dh key too small'
build() {
	net far
	site key=rsa:2048
	openssl dhparam -out "$DIR/dh.pem" 768 2>/dev/null
	nginx s 443 "listen 443 ssl; listen [::]:443 ssl; ssl_certificate $DIR/leaf.crt; ssl_certificate_key $DIR/leaf.key;
		ssl_protocols TLSv1.2; ssl_ciphers DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0; ssl_dhparam $DIR/dh.pem; return 200 'hello\n';"
}
