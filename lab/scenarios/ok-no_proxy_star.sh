# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# no_proxy=* : no proxy for anything; the proxy is dead.
expect_status=ok
env=(http_proxy=http://$S4:9 no_proxy=*)
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
}
