# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A dead proxy is set for another scheme.
expect_status=ok
env=(https_proxy=http://$D4:3999)
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net one
	dns
	http
}
