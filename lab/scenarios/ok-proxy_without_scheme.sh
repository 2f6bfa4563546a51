# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The variable has no scheme: http is meant.
expect_status=ok
env=(http_proxy=$S4:3128)
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	proxy
}
