# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 404 from the server behind squid.
expect_cause=http.not_found
env=(http_proxy=http://$S4:3128)
needs=squid
target=http://$NAME/missing
proof="curl -sSi -m 6 $target"
proof_match='404'
build() {
	net far
	dns
	http 80 'return 404;'
	squid 'http_access allow all'
}
