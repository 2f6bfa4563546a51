# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Every name of the domain has this address, on purpose.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns "address=/$DOMAIN/$S4"
	http
}
