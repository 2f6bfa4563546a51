# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The default site on that address answers 403; this one is named.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	nginx s 80 'listen 80 default_server; listen [::]:80 default_server; return 403;' "server { listen 80; listen [::]:80; server_name $NAME; return 200 'hello\n'; }"
}
