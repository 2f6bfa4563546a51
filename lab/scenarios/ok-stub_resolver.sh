# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A caching stub on 127.0.0.53, as most desktops have.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	bg c 53/udp dnsmasq -k -C /dev/null --no-resolv --no-hosts --user=root --listen-address=127.0.0.53 --bind-interfaces --server="$D4" --log-facility=- --pid-file=
	resolv 'nameserver 127.0.0.53' 'options edns0 trust-ad' 'search .'
}
