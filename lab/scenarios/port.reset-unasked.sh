# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server resets each connection 50 ms after it opened, whatever is said.
expect_cause=port.reset
target=http://$NAME/
proof="curl -sS $target; $PYTHON -c 'import socket; k=socket.create_connection((\"$S4\", 80)); k.recv(1)'"
proof_match='curl: .*Connection reset'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	tcp 80 rst 0.05
}
