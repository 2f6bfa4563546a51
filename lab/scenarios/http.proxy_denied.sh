# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy forbids the target.
expect_cause=http.proxy_denied
env=(https_proxy=http://$S4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='403'
build() {
	net far
	site
	https leaf
	proxy status=403
}
