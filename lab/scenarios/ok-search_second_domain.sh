# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A short name that only the second search domain has.
expect_status=ok
target=http://$LABEL/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	resolv "nameserver $D4" "search void.example $DOMAIN"
}
