# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The first name server takes no question; the second knows the name, but the C library stops at FORMERR.
expect_cause=name.bad_reply
target=http://$NAME/
proof="dig @$D4 $NAME; dig +short @$S4 $NAME; getent ahosts $NAME || echo no address"
proof_match="FORMERR.*$S4\n.*no address"
build() {
	net far 4
	dns_py 'all!1'
	bg s 53/udp $PYTHON "$SERVERS/dns.py" "$NAME=$S4"
	http
	resolv "nameserver $D4" "nameserver $S4"
}
