# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# no_proxy holds a wildcard that most programs do not understand; the proxy forbids the target.
expect_cause="local.proxy_env http.proxy_denied"
target=https://$NAME/
env=(https_proxy=http://$S4:3128 "no_proxy=*.$DOMAIN")
proof="curl -sS $target; curl --noproxy '*' -sS $target"
proof_match='(403|CONNECT).*hello'
build() {
	net far
	site
	https leaf
	proxy status=403
}
