# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The answer has the address in front of the alias that leads to it: dig shows all, the C library finds nothing.
expect_cause=name.bad_reply
target=http://$NAME/
proof="dig +short $NAME; getent ahosts $NAME || echo no address"
proof_match="$S4\n.*no address"
build() {
	net far 4
	dns_py "$NAME=>$OTHER" "$OTHER=$S4" alias_last
	http
}
