# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A fresh nginx by its address: there is no site yet that could be missed.
expect_status=ok
target=http://$S4/
proof="curl -sS $target"
proof_match='Welcome to nginx!'
build() {
	net far
	nginx s 80 "listen 80; default_type text/html; return 200 '<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!</title>\n</head>\n<body>\n<h1>Welcome to nginx!</h1>\n</body>\n</html>\n';"
}
