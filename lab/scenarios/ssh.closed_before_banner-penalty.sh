# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A newer sshd has put this address into a penalty: it says so, and hangs up (PerSourcePenalties).
expect_cause=ssh.closed_before_banner
target=ssh://deploy@$NAME
proof="timeout 5 nc -d $NAME 22"
proof_match='Not allowed at this time'
build() {
	net one
	dns
	people
	tcp 22 say_close 'Not allowed at this time\r\n'
}
