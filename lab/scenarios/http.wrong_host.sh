# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The site is set up for www. in front of the name only: the default site answers the bare name.
expect_cause=http.wrong_host
target=http://$NAME/
proof="curl -sS -o /dev/null -o /dev/null -w '%{http_code} ' $target http://www.$NAME/ --resolve www.$NAME:80:$S4"
proof_match='404 200'
build() {
	net far
	dns
	nginx s 80 'listen 80 default_server; listen [::]:80 default_server; return 404;' "server { listen 80; listen [::]:80; server_name www.$NAME; return 200 'hello\n'; }"
}
