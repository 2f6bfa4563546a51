# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# socks5:// looks the name up here, and only the proxy's side knows it.
expect_cause=local.proxy_local_dns
target=https://$NAME/
env=(all_proxy=socks5://$S4:3128)
proof="curl -sS $target; curl -sS -x socks5h://$S4:3128 $target"
proof_match='resolve host.*hello'
build() {
	net far
	dns "host-record=$OTHER,$S4"
	ca
	cert leaf issuer=ca
	https leaf
	proxy "resolve=$NAME:$S4"
}
