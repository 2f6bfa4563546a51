# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy's address answers nothing; https goes through it.
expect_cause=local.proxy_dead
target=https://$NAME/
env=(https_proxy=http://$SNET.250:8080)
proof="curl -sS -m 4 $target; curl --noproxy '*' -sS $target"
proof_match='curl: \((7|28)\).*hello'
build() {
	net far
	site
	https leaf
}
