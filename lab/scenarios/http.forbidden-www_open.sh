# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name's own rule forbids it; the default site greets, and so does www.
expect_cause=http.forbidden
target=http://$NAME/
proof="curl -sS -o /dev/null -o /dev/null -w '%{http_code} ' $target http://www.$NAME/ --resolve www.$NAME:80:$S4"
proof_match='403 200'
build() {
	net far
	dns
	nginx s 80 "listen 80 default_server; listen [::]:80 default_server; return 200 'hello\n';" "server { listen 80; listen [::]:80; server_name $NAME; return 403; }"
}
