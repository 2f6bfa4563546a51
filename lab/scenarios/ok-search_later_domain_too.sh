# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Two search domains have the short name; the first one's works.
expect_status=ok
target=http://$LABEL/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns "host-record=$NAME,$S4" "host-record=$LABEL.old.example,$D4"
	http
	resolv "nameserver $D4" "search $DOMAIN old.example"
}
