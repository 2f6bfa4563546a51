# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# SELinux's way of saying no: EACCES, which over IPv6 a firewall far away can cause, too.
expect_cause=local.os_denies
target=tcp://[$S6]:$PORT
wrap=($PYTHON "$SERVERS/deny.py" connect EACCES)
proof="${wrap[*]} nc -vz -w2 $S6 $PORT; nc -vz -w2 $S6 $PORT"
proof_match='Permission denied.*succeeded'
build() {
	net far 6
	http "$PORT"
}
