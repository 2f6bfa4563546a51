# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# squid, plain HTTP.
expect_status=ok
env=(http_proxy=http://$S4:3128)
needs=squid
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	squid 'http_access allow all'
}
