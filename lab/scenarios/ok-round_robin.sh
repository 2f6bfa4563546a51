# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Two addresses, both work.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	dns "host-record=$NAME,$S4" "host-record=$NAME,$S4B"
	http
}
