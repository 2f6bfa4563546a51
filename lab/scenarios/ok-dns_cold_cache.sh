# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The first answer for a name takes more than a second, for nobody had asked before; then it is at hand.
expect_status=ok
target=http://$NAME/
proof="time dig +short $NAME A; time dig +short $NAME A"
proof_match="real\\s+0m1.*real\\s+0m0"
build() {
	net far
	dns_py "$NAME=$S4" delay=1.2 cold
	http
}
