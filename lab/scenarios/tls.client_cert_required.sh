# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# nginx wants a client certificate and answers 400.
expect_cause=tls.client_cert_required
target=https://$NAME/
proof="curl -sS -i $target"
proof_match='400|curl: \(56\)'
build() {
	net far
	site
	https leaf 443 "return 200 'hello\n';" "ssl_client_certificate $DIR/ca.crt; ssl_verify_client on;"
}
