# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An SSH port that hangs up before its banner.
expect_cause="port.accepts_then_closes ssh.closed_before_banner"
target=ssh://$NAME
proof="timeout 2 nc -dv $NAME 22; echo rc=\$?"
proof_match='succeeded.*rc=0'
build() {
	net far
	dns
	tcp 22 close 0.2
}
