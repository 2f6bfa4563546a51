# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A token is wanted; the body is chunked.
expect_cause=http.unauthorized
target=https://$NAME/v2/
proof="curl -sSi -m 6 $target"
proof_match='401.*Bearer realm'
build() {
	net far
	site key=rsa:2048
	https leaf 443 'add_header WWW-Authenticate "Bearer realm=auth.example,service=registry" always; return 401 "{}";'
}
