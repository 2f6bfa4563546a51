# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy URL says socks5h://, but the proxy speaks HTTP only.
expect_cause=local.proxy_scheme
target=https://$NAME/
env=(all_proxy=socks5h://$S4:8888)
proof="curl -sS -m 5 $target; curl -sS -x http://$S4:8888 $target"
proof_match='curl: \((97|28|7)\).*hello'
needs=tinyproxy
build() {
	net far
	site
	https leaf
	printf 'nameserver %s\n' "$D4" >"/etc/netns/$(ns s)/resolv.conf"
	printf '%s\n' 'Port 8888' 'Timeout 10' "LogFile \"$DIR/tp.log\"" 'MaxClients 20' >"$DIR/tp.conf"
	bg s 8888 tinyproxy -d -c "$DIR/tp.conf"
}
