# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An API has nothing under /, whatever the name; the domain's own site is on the same server.
expect_cause=http.not_found
target=http://$NAME/
proof="curl -sSi $target"
proof_match='404.*no route'
build() {
	net far
	dns
	nginx s 80 "listen 80 default_server; listen [::]:80 default_server; default_type application/json; location / { return 404 '{\"error\":\"no route\"}\n'; } location /v1/ { return 200 '{}\n'; }" \
		"server { listen 80; listen [::]:80; server_name $DOMAIN www.$DOMAIN; return 200 'hello\n'; }"
}
