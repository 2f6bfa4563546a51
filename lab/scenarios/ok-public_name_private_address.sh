# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A public name has a private address: split DNS.
expect_status=ok
target=http://www.shop-example.com/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns "host-record=www.shop-example.com,$S4"
	http
}
