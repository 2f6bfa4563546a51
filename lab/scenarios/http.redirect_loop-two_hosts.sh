# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Two hosts send the client to each other.
expect_cause=http.redirect_loop
target=http://$NAME/
proof="curl -sSL -m 6 $target"
proof_match='curl: \(47\)'
build() {
	net far
	dns "host-record=$NAME,$S4,$S6" "host-record=$OTHER,$S4,$S6"
	nginx s 80 "listen 80; listen [::]:80; server_name $NAME; return 302 http://$OTHER/start;" \
		"server { listen 80; listen [::]:80; server_name $OTHER; return 302 http://$NAME/; }"
}
