# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server that waits for the client to speak.
expect_status=ok
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT"
proof_match='succeeded'
build() {
	net far
	tcp "$PORT" silent
}
