# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A mail server that hangs up after half a second, without a greeting.
expect_cause=port.accepts_then_closes
target=smtp://$NAME
proof="timeout 5 nc -d $S4 25; echo rc=\$?"
proof_match='^rc=0'
build() {
	net near
	dns
	tcp 25 close 0.5
}
