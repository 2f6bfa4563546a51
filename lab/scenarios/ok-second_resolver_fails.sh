# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The second resolver fails at everything; nobody asks it.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	bg r1 53/udp $PYTHON "$SERVERS/dns.py" "bind=$GW4" 'all!2'
	resolv "nameserver $D4" "nameserver $GW4"
}
