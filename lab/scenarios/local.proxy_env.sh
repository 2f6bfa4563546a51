# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# no_proxy is written with semicolons: it matches nothing, and the proxy knows no internal names.
expect_cause=local.proxy_env
target=http://$NAME/
env=(http_proxy=http://$S4:3128 "no_proxy=localhost;127.0.0.1;.$DOMAIN")
proof="curl -sS -i $target; curl --noproxy '*' -sS $target"
proof_match=' (502|403) .*hello'
build() {
	net far
	dns
	http
	proxy status=502
}
