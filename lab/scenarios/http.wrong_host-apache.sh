# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Debian's own page of Apache answers: the site was not enabled.
expect_cause=http.wrong_host
target=http://$NAME/
needs=apache2
proof="curl -sS $target"
proof_match='Apache2 Debian Default Page'
build() {
	net far
	dns
	printf '<html>\n<head>\n<title>Apache2 Debian Default Page: It works</title>\n%4000s</head>\n</html>\n' '' | install -D /dev/stdin "$DIR/www/index.html"
	apache "ServerName default.invalid" "DocumentRoot $DIR/www"
}
