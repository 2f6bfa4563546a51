# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# HTTPS_PROXY in capitals is read.
expect_status=ok
env=(HTTPS_PROXY=http://$S4:3128)
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	proxy
}
