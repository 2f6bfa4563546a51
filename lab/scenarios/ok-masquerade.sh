# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The router hides this network behind its own address.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	rules r1 <<-'NFT'
		table ip hide { chain p { type nat hook postrouting priority 100; oif wan0 masquerade; }; }
	NFT
	ip -n "$(ns r2)" route del default
}
