# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A proxy without a backend: it accepts and hangs up.
expect_cause=port.accepts_then_closes
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT; timeout 5 nc -d $S4 $PORT; echo rc=\$?"
proof_match='succeeded.*rc=0'
build() {
	net far
	tcp "$PORT" close
}
