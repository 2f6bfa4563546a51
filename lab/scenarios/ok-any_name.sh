# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A developer's resolver has one address for all names, and the application there answers.
expect_status=ok
target=http://$NAME/
proof="dig +short naze$PORT.invalid; curl -sS $target"
proof_match="^$S4\n.*hello"
build() {
	net far 4
	dns_py "*=$S4"
	http
}
