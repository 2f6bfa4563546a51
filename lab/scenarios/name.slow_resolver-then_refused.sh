# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A dead first name server beside a closed port: the port is why it fails.
# The refusal is proven at once; nothing waits for the dead server then.
expect_cause=port.refused
target=http://$NAME:$PORT/
proof="time getent ahosts $NAME; curl -sS $target"
proof_match="$S4.*real\\s+0m[1-9]\\..*connect to server"
build() {
	net far
	dns
	http
	rules d "input ip daddr $DNET.54 drop"
	ip -n "$(ns d)" addr add "$DNET.54/24" dev eth0
	resolv "nameserver $DNET.54" "nameserver $D4" 'options timeout:1'
}
