# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The socket file is there, its program is not.
expect_cause=port.unix_socket
target=unix:$DIR/app.sock
proof="nc -U $DIR/app.sock"
proof_match='refused'
build() {
	net far
	$PYTHON -c "import socket; socket.socket(socket.AF_UNIX).bind('$DIR/app.sock')"
	chmod 777 "$DIR/app.sock"
}
