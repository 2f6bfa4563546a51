# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A client certificate is asked for, and not needed, in TLS 1.3.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf 443 "return 200 'hello\n';" "ssl_protocols TLSv1.3; ssl_client_certificate $DIR/ca.crt; ssl_verify_client optional;"
}
