# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# SSL_CERT_FILE points to nothing.
expect_cause=tls.ca_store_missing
target=https://$NAME/
env=(SSL_CERT_FILE=/nonexistent/ca.pem SSL_CERT_DIR=/nonexistent)
proof="openssl s_client -connect $NAME:443 -servername $NAME </dev/null 2>&1"
proof_match="unable to get local issuer"
build() {
	net far
	site
	https leaf
}
