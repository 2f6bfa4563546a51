# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# TLS to a redis without TLS, which waits for the end of a line.
expect_cause="tls.handshake_silent tls.plaintext_peer"
needs=redis-server
target=tls://$S4:6379
proof="timeout 2 openssl s_client -connect $S4:6379 </dev/null; printf 'PING\r\n' | nc -w1 $S4 6379"
proof_match='PONG'
build() {
	net far
	bg s 6379 redis-server --port 6379 --bind 0.0.0.0 --protected-mode no --save '' --dir "$DIR"
}
