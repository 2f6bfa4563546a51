# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# squid finds nothing on that port, plain HTTP.
expect_cause="http.proxy_cannot_reach http.unavailable"
env=(http_proxy=http://$S4:3128)
needs=squid
target=http://$NAME:8081/
proof="curl -sSi -m 6 $target"
proof_match='503 Service Unavailable.*X-Squid-Error'
build() {
	net one
	dns
	squid 'http_access allow all'
}
