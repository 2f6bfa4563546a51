# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy's name does not exist.
expect_cause=local.proxy_name
target=http://$NAME/
env=(http_proxy=http://proxy.$DOMAIN:3128)
proof="curl -sS $target; curl --noproxy '*' -sS $target"
proof_match='resolve proxy.*hello'
build() {
	net far
	dns
	http
}
