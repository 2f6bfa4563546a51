# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An underscore in the host name.
expect_status=ok
target=http://my_app.$DOMAIN/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns "host-record=my_app.$DOMAIN,$S4"
	http
}
