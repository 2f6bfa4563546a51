# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A slash behind the proxy's port.
expect_status=ok
env=(https_proxy=http://$S4:3128/)
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	proxy
}
