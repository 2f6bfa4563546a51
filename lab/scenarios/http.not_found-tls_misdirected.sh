# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Apache answers 421 to another name on the same connection, which says nothing about this one.
expect_cause=http.not_found
target=https://$NAME/missing
needs=apache2
proof="curl -sS -o /dev/null -w '%{http_code} ' $target; curl -sS -o /dev/null -w '%{http_code}' -H 'Host: nonsense.invalid' $target"
proof_match='404 421'
build() {
	net far
	site
	cert other issuer=ca san=DNS:$OTHER
	install -D /dev/stdin "$DIR/www/index.html" <<<hello
	apache -p 443 "ServerName $OTHER" "DocumentRoot $DIR/www" "SSLEngine on" "SSLCertificateFile $DIR/other.crt" "SSLCertificateKeyFile $DIR/other.key" \
		'</VirtualHost>' '<VirtualHost *:443>' "ServerName $NAME" "DocumentRoot $DIR/www" "SSLEngine on" "SSLCertificateFile $DIR/leaf.crt" "SSLCertificateKeyFile $DIR/leaf.key" "SSLCipherSuite HIGH"
}
