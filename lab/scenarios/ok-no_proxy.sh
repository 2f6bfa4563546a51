# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A proxy is set, and no_proxy excepts the target.
expect_status=ok
env=(https_proxy=http://$S4:3128 http_proxy=http://$S4:3128 "no_proxy=localhost,.$DOMAIN")
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
}
