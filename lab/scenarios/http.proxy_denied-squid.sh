# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# squid denies that host, plain HTTP.
expect_cause="http.proxy_denied http.forbidden"
env=(http_proxy=http://$S4:3128)
needs=squid
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='403 Forbidden'
build() {
	net one
	dns
	http
	squid "acl bad dstdomain $NAME" 'http_access deny bad' 'http_access allow all'
}
