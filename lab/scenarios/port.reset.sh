# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The connection opens and is reset.
expect_cause=port.reset
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT; curl -sS telnet://$S4:$PORT </dev/null; echo rc=\$?"
proof_match='succeeded'
build() {
	net far
	tcp "$PORT" rst 0.05
}
