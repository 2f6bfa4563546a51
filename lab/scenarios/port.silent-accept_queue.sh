# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The program does not accept any more, its queue is full.
expect_cause=port.silent
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT; ping -c1 -W1 $S4"
proof_match='timed out.* 0% packet loss'
build() {
	net far
	tcp "$PORT" full
	sleep 0.2
}
