# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The gateway is not in the own prefix (onlink), as some clouds do it.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	ip -n "$(ns r1)" addr add 10.251.9.1/32 dev lan0
	ip -n "$(ns c)" route replace default via 10.251.9.1 dev eth0 onlink
}
