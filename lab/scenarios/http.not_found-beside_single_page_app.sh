# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The site of the domain answers every path alike: that it has this one as well shows nothing.
expect_cause=http.not_found
target=http://$NAME/v1/orders/17
proof="curl -sS -o /dev/null -o /dev/null -w '%{http_code} ' $target http://$DOMAIN/v1/orders/17 --resolve $DOMAIN:80:$S4"
proof_match='404 200'
build() {
	net far
	dns
	nginx s 80 'listen 80 default_server; listen [::]:80 default_server; location / { return 404; }' "server { listen 80; listen [::]:80; server_name $DOMAIN; return 200 'hello\n'; }"
}
