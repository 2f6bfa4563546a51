# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The one resolver has an IPv6 address.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	resolv "nameserver $D6"
}
