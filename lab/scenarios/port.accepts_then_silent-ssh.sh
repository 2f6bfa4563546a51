# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# sshd without file descriptors: the kernel accepts, nobody speaks.
expect_cause=port.accepts_then_silent
target=ssh://$NAME
proof="timeout 3 nc -d $S4 22; echo rc=\$?"
proof_match='rc=124'
build() {
	net one
	dns
	tcp 22 silent
}
