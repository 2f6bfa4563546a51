# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The short name leads there, and the site knows the full one only.
expect_cause=http.wrong_host
target=http://$LABEL/
proof="curl -sS -o /dev/null -o /dev/null -w '%{http_code} ' $target http://$NAME/"
proof_match='404 200'
build() {
	net far
	dns
	resolv "search $DOMAIN" "nameserver $D4"
	nginx s 80 'listen 80 default_server; listen [::]:80 default_server; return 404;' "server { listen 80; listen [::]:80; server_name $NAME; return 200 'hello\n'; }"
}
