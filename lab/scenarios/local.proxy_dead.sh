# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy of the environment does not run any more.
expect_cause=local.proxy_dead
target=http://$NAME/
env=(http_proxy=http://$S4:3128)
proof="curl -sS $target; curl --noproxy '*' -sS $target"
proof_match='connect to server.*hello'
build() {
	net far
	dns
	http
}
