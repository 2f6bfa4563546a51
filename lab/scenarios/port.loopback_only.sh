# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The service of this host listens on 127.0.0.1 only, the target is its own address.
expect_cause=port.loopback_only
target=http://$C4:$PORT/
proof="nc -vz -w2 $C4 $PORT; curl -sS http://127.0.0.1:$PORT/"
proof_match='refused.*hello'
build() {
	net far
	tcp -h c -b 127.0.0.1 "$PORT" head 'HTTP/1.0 200 OK\r\n\r\nhello\n'
}
