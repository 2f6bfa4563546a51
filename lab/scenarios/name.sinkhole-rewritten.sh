# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name does not exist, and the name server gives one address for all names that do not: a page of advertisements.
expect_cause=name.sinkhole
target=https://$NAME/
proof="dig +short $NAME; dig +short naze$PORT.invalid; curl -sS $target"
proof_match="^$S4\\n$S4\\n.*curl: \\(7\\)"
build() {
	net far
	dns_py "*=$S4"
	http
}
