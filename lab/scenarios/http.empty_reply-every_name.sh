# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# It hangs up on every name that anybody may guess.
expect_cause=http.empty_reply
target=http://$NAME/
proof="curl -sS $target; curl -sS http://$OTHER/ --resolve $OTHER:80:$S4"
proof_match='Empty reply.*hello'
build() {
	net far
	dns
	nginx s 80 'listen 80 default_server; listen [::]:80 default_server; return 444;' "server { listen 80; listen [::]:80; server_name $OTHER; return 200 'hello\n'; }"
}
