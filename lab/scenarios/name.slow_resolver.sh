# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The first of two name servers is dead: each look-up waits for it.
expect_status=degraded expect_cause=name.slow_resolver
target=http://$NAME/
proof="time getent ahosts $NAME; curl -sS $target"
proof_match="$S4.*real\\s+0m[1-9]\\..*hello"
build() {
	net far
	dns
	http
	rules d "input ip daddr $DNET.54 drop"
	ip -n "$(ns d)" addr add "$DNET.54/24" dev eth0
	resolv "nameserver $DNET.54" "nameserver $D4" 'options timeout:2'
}
