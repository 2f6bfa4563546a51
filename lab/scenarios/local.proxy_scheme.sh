# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy URL says https://, but the proxy speaks plain HTTP.
expect_cause=local.proxy_scheme
target=http://$NAME/
env=(http_proxy=https://$S4:3128)
proof="curl -sS -m 5 $target; curl -sS -x http://$S4:3128 $target"
proof_match='curl: \((35|28|77|56)\).*hello'
build() {
	net far
	dns
	http
	proxy "resolve=$NAME:$S4"
}
