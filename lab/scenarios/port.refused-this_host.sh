# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The program on this very host is not running.
expect_cause=port.refused
target=http://127.0.0.1:$PORT/
proof="nc -vz -w2 127.0.0.1 $PORT; ss -ltn 'sport = :$PORT'"
proof_match='refused'
build() {
	net far
}
