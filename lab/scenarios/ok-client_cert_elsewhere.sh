# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A client certificate is demanded on another path only.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf 443 "return 200 'hello\n'; } location /admin { if (\$ssl_client_verify != SUCCESS) { return 403; } return 200 'x';" "ssl_client_certificate $DIR/ca.crt; ssl_verify_client optional;"
}
