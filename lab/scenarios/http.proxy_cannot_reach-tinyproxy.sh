# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# tinyproxy says 500 when it cannot connect.
expect_cause=http.proxy_cannot_reach
env=(https_proxy=http://$S4:8888)
target=https://$NAME:9443/
needs=tinyproxy
proof="curl -sSi -m 6 $target"
proof_match='500'
build() {
	net far
	dns
	printf 'nameserver %s\n' "$D4" >"/etc/netns/$(ns s)/resolv.conf"
	printf '%s\n' 'Port 8888' 'Timeout 10' >"$DIR/tp.conf"
	bg s 8888 tinyproxy -d -c "$DIR/tp.conf"
}
