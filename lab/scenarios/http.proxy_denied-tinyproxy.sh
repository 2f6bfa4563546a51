# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# tinyproxy allows CONNECT to 443 only.
expect_cause=http.proxy_denied
env=(https_proxy=http://$S4:8888)
target=https://$NAME:9443/
needs=tinyproxy
proof="curl -sSi -m 6 $target"
proof_match='403'
build() {
	net far
	site
	https leaf 9443
	printf '%s\n' 'Port 8888' 'Timeout 10' 'ConnectPort 443' >"$DIR/tp.conf"
	bg s 8888 tinyproxy -d -c "$DIR/tp.conf"
}
