# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 526: what the front thinks of its origin's certificate.
expect_cause=http.cdn_origin
target=https://$NAME/shop
proof="curl -sSi -m 6 $target"
proof_match='526'
build() {
	net one
	site key=rsa:2048
	https leaf 443 "add_header CF-RAY 8f0a1b-AMS always; return 526;"
}
