# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No IPv4 anywhere.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 6
	dns "host-record=$NAME,$S6"
	resolv "nameserver $D6"
	http
}
