# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name has a site of its own, which lacks the page; other names get the default site.
expect_cause=http.not_found
target=http://$NAME/missing
proof="curl -sSi $target; curl -sS http://$NAME/"
proof_match='404 Not Found.*hello'
build() {
	net far
	dns
	nginx s 80 "listen 80 default_server; listen [::]:80 default_server; default_type text/html; return 200 '<title>Welcome to nginx!</title>';" \
		"server { listen 80; listen [::]:80; server_name $NAME; location = / { return 200 'hello\n'; } location / { return 404; } }"
}
