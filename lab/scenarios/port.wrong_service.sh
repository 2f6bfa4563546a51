# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An SSH server listens where a web server is asked for.
expect_cause=port.wrong_service
target=http://$NAME:$PORT/
proof="curl -sS $target; nc -w1 $S4 $PORT </dev/null"
proof_match='HTTP/0.9.*SSH-2.0'
build() {
	net far
	dns
	tcp "$PORT" say 'SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n'
}
