# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The first server knows an old address, the second one the right one.
expect_cause=name.resolvers_disagree
target=http://$NAME/
proof="dig +short @$D4 $NAME; dig +short @$DNET.54 $NAME; curl -sS -m 4 $target; curl -sS http://$S4/"
proof_match="$SNET.5.*$S4.*curl: .*hello"
build() {
	net far 4
	ip -n "$(ns d)" addr add "$DNET.54/24" dev eth0
	bg d 53/udp $PYTHON "$SERVERS/dns.py" "bind=$D4" "$NAME=$SNET.5"
	bg d 53/udp $PYTHON "$SERVERS/dns.py" "bind=$DNET.54" "$NAME=$S4"
	http
	resolv "nameserver $D4" "nameserver $DNET.54"
}
