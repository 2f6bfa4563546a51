# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# squid cannot resolve the name.
expect_cause=http.proxy_cannot_reach
env=(https_proxy=http://$S4:3128)
needs=squid
target=https://gone.$DOMAIN/
proof="curl -sSi -m 6 $target"
proof_match='50[03]'
build() {
	net far
	site
	squid 'http_access allow all'
}
