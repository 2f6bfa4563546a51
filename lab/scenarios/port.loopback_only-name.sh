# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same, by the name that this host has in DNS.
expect_cause=port.loopback_only
target=http://$NAME:$PORT/
proof="curl -sS $target; curl -sS http://127.0.0.1:$PORT/"
proof_match='connect to server.*hello'
build() {
	net far
	dns "host-record=$NAME,$C4"
	tcp -h c -b 127.0.0.1 "$PORT" head 'HTTP/1.0 200 OK\r\n\r\nhello\n'
}
