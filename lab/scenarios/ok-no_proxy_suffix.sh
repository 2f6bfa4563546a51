# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# NO_PROXY names the domain; the proxy is dead.
expect_status=ok
env=(http_proxy=http://$S4:9 no_proxy=localhost,.$DOMAIN)
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
}
