# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The port where a web server should be is taken by a server that has no TLS and says nothing to it.
expect_cause=port.other_program
rights=root
args=(--timeout 2)
needs=redis-server
target=https://[::1]:8443/
proof="ss -ltnp 'sport = :8443'"
proof_match='redis-server'
build() {
	net far
	bg c 8443 redis-server --bind ::1 --port 8443 --save '' --dir "$DIR"
}
