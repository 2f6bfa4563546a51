# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Reset half a second after it opened, tcp:// over IPv6.
expect_cause=port.reset
target="tcp://[$S6]:$PORT"
proof="timeout 3 nc -dv $S6 $PORT; $PYTHON -c 'import socket; k=socket.create_connection((\"$S6\", $PORT)); k.recv(1)'"
proof_match='Connection reset'
build() {
	net one
	tcp "$PORT" rst 0.5
}
