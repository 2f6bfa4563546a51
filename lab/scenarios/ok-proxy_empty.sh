# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The variables are there and empty.
expect_status=ok
env=(http_proxy= https_proxy= all_proxy= no_proxy=)
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
}
