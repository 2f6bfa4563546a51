# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# squid wants credentials for CONNECT.
expect_cause=http.proxy_auth
env=(https_proxy=http://$S4:3128)
needs=squid
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='407'
build() {
	net far
	site
	https leaf
	squid 'auth_param basic program /usr/lib/squid/basic_fake_auth' 'acl in proxy_auth REQUIRED' 'http_access allow in' 'http_access deny all'
}
