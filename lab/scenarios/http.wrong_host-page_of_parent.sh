# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The page is under the domain's own name; this name has no site on that server.
expect_cause=http.wrong_host
target=http://$NAME/releases/2.1.txt
proof="curl -sS -o /dev/null -o /dev/null -w '%{http_code} ' $target http://$DOMAIN/releases/2.1.txt --resolve $DOMAIN:80:$S4"
proof_match='404 200'
build() {
	net far
	dns
	mkdir -p "$DIR/empty" "$DIR/www/releases"
	echo hello >"$DIR/www/releases/2.1.txt"
	nginx s 80 "listen 80 default_server; listen [::]:80 default_server; root $DIR/empty;" "server { listen 80; listen [::]:80; server_name $DOMAIN; root $DIR/www; }"
}
