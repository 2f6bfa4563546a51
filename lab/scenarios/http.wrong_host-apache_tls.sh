# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Apache serves another name over a connection made for one only where TLS is set up alike (421): it
# has to be asked for with its own name in TLS.
expect_cause=http.wrong_host
target=https://$NAME/
needs=apache2
proof="curl -sS -o /dev/null -o /dev/null -w '%{http_code} ' $target https://www.$NAME/ --resolve www.$NAME:443:$S4"
proof_match='404 200'
build() {
	net far
	site san=DNS:$NAME,DNS:www.$NAME
	cert own issuer=ca san=DNS:www.$NAME
	mkdir "$DIR/empty"
	install -D /dev/stdin "$DIR/www/index.html" <<<hello
	apache -p 443 "ServerName default.invalid" "DocumentRoot $DIR/empty" "SSLEngine on" "SSLCertificateFile $DIR/leaf.crt" "SSLCertificateKeyFile $DIR/leaf.key" \
		'</VirtualHost>' '<VirtualHost *:443>' "ServerName www.$NAME" "DocumentRoot $DIR/www" "SSLEngine on" "SSLCertificateFile $DIR/own.crt" "SSLCertificateKeyFile $DIR/own.key" "SSLCipherSuite HIGH"
}
