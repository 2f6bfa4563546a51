# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# ndots:5 and a wildcard in the search domain, but the name ends in a dot.
expect_status=ok
target=http://$NAME./
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns "host-record=$NAME,$S4" "address=/cluster.example/$D4"
	http
	resolv "nameserver $D4" 'search cluster.example' 'options ndots:5'
}
