# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The default site hangs up on every name that it does not know.
expect_cause=http.wrong_host
target=http://www.$NAME/
proof="curl -sS $target; curl -sS http://$NAME/ --resolve $NAME:80:$S4"
proof_match='Empty reply.*hello'
build() {
	net far 4
	dns "host-record=www.$NAME,$S4"
	nginx s 80 'listen 80 default_server; return 444;' "server { listen 80; server_name $NAME; return 200 'hello\n'; }"
}
