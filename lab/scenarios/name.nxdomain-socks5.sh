# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# socks5:// leaves the lookup to this host, and the name exists nowhere: the proxy does not know it either.
expect_cause=name.nxdomain
target=http://$OTHER/
env=(http_proxy=socks5://$S4:3128)
proof="curl -sS -m 6 $target; curl -sS -m 6 -x socks5h://$S4:3128 $target"
proof_match='(?s)Could not resolve|resolve host.*'
build() {
	net far
	dns
	http
	proxy
}
