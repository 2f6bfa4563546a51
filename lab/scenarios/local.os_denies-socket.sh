# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The process may not even make a socket of that family (RestrictAddressFamilies=).
expect_cause=local.os_denies
target=tcp://$S4:$PORT
wrap=($PYTHON "$SERVERS/deny.py" socket EPERM 2)
proof="${wrap[*]} curl -sS http://$S4:$PORT/; nc -vz -w2 $S4 $PORT"
proof_match='Couldn.t connect.*succeeded'
build() {
	net far 4
	http "$PORT"
}
