# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# One's own fresh web server.
expect_status=ok
target=http://localhost:8080/
proof="curl -sS $target"
proof_match='It works!'
build() {
	net near
	nginx c 8080 "listen 8080; listen [::]:8080; default_type text/html; return 200 '<html><body><h1>It works!</h1></body></html>\n';"
}
