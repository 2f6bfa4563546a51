# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Odd but lawful lines in resolv.conf.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	resolv '; a comment' 'sortlist 10.0.0.0/8' 'options rotate timeout:1 attempts:5 edns0 trust-ad' "nameserver $D4" 'unknown words'
}
