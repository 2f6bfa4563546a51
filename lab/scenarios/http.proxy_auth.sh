# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy wants credentials.
expect_cause=http.proxy_auth
target=http://$NAME/
env=(http_proxy=http://$S4:3128)
proof="curl -sSi -m 6 $target"
proof_match='407'
build() {
	net far
	dns
	http
	proxy auth=user:secret
}
