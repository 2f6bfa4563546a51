# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# squid, CONNECT to another port.
expect_status=ok
env=(HTTPS_PROXY=http://$S4:3128)
needs=squid
target=https://$NAME:9443/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net one
	site
	https leaf 9443
	squid 'http_access allow all'
}
