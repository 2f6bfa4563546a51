# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An alias was made for the name; the server it leads to was never told.
expect_cause=http.wrong_host
target=http://$NAME/
proof="curl -sS -o /dev/null -o /dev/null -w '%{http_code} ' $target http://$OTHER/"
proof_match='404 200'
build() {
	net far 4
	dns "host-record=$OTHER,$S4" "cname=$NAME,$OTHER"
	nginx s 80 'listen 80 default_server; return 404;' "server { listen 80; server_name $OTHER; return 200 'hello\n'; }"
}
