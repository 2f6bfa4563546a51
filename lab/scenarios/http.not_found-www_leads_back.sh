# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# www. in front of the name leads back to the name, which is the only site.
expect_cause=http.not_found
target=http://$NAME/
proof="curl -sSi $target; curl -sSi http://www.$NAME/ --resolve www.$NAME:80:$S4"
proof_match='404 Not Found.*301 Moved'
build() {
	net far
	dns
	nginx s 80 'listen 80 default_server; listen [::]:80 default_server; return 404;' "server { listen 80; listen [::]:80; server_name www.$NAME; return 301 http://$NAME\$request_uri; }"
}
