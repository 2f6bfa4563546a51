# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The database's port of this host belongs to a server of another kind, which says nothing.
expect_cause=port.other_program
rights=root
args=(--timeout 2)
needs=redis-server
target=mysql://app@127.0.0.1:3306/app
proof="ss -ltnp 'sport = :3306'"
proof_match='redis-server'
build() {
	net far
	bg c 3306 redis-server --bind 127.0.0.1 --port 3306 --save '' --dir "$DIR"
}
