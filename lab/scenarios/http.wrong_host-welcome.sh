# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# nginx's own page answers: the site of that name was never enabled.
expect_cause=http.wrong_host
target=http://$NAME/
proof="curl -sS $target"
proof_match='Welcome to nginx!'
build() {
	net far
	dns
	nginx s 80 "listen 80 default_server; listen [::]:80 default_server; default_type text/html; return 200 '<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!</title>\n</head>\n<body>\n<h1>Welcome to nginx!</h1>\n</body>\n</html>\n';" "server { listen 80; listen [::]:80; server_name $OTHER; return 200 'hello\n'; }"
}
