# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The hosts line leads elsewhere than DNS, on purpose, and works.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns "host-record=$NAME,$S4"
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	http
	hosts "$S4B $NAME"
}
