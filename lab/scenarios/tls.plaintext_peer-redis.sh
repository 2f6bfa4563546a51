# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# TLS to a redis without TLS.
expect_cause="tls.plaintext_peer port.wrong_service tls.handshake_reset"
needs=redis-server
target=tls://$S4:6379
proof="openssl s_client -connect $S4:6379 </dev/null; printf 'PING\r\n' | nc -w1 $S4 6379"
proof_match='PONG'
build() {
	net far
	bg s 6379 redis-server --port 6379 --bind 0.0.0.0 --protected-mode no --save '' --dir "$DIR"
}
