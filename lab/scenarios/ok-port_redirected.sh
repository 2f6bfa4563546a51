# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server's own rules lead the port to another one.
expect_status=ok
target=http://$NAME:8080/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	rules s <<-'NFT'
		table ip to80 { chain p { type nat hook prerouting priority -100; tcp dport 8080 redirect to :80; }; }
	NFT
}
