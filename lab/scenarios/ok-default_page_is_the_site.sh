# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The site of that very name shows nginx's page; other names get another answer.
expect_status=ok
target=http://$NAME/
proof="curl -sS $target; curl -sSi -H 'Host: nonsense.invalid' $target"
proof_match='Welcome to nginx!.*404'
build() {
	net far
	dns
	nginx s 80 'listen 80 default_server; listen [::]:80 default_server; return 404;' "server { listen 80; listen [::]:80; server_name $NAME; default_type text/html; return 200 '<html><head><title>Welcome to nginx!</title></head></html>'; }"
}
