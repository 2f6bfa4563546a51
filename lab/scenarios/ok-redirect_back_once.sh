# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Away to another host and back to another path.
expect_status=ok
target=http://$NAME/
proof="curl -sSL -m 6 $target"
proof_match='hello'
build() {
	net far
	dns "host-record=$NAME,$S4,$S6" "host-record=$OTHER,$S4"
	nginx s 80 "listen 80; listen [::]:80; server_name $NAME; location = / { return 302 http://$OTHER/sso; } location /in { return 200 'hello\n'; }" \
		"server { listen 80; listen [::]:80; server_name $OTHER; return 302 http://$NAME/in; }"
}
