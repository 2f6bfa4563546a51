# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 405 for GET too.
expect_cause=http.method_not_allowed
target=https://$NAME/rpc
proof="curl -sSi -m 6 $target"
proof_match='405'
build() {
	net far
	site
	https leaf 443 "add_header Allow POST always; return 405;"
}
