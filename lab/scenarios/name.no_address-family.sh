# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Only IPv6 is asked for, and the name has only an IPv4 address.
expect_cause=name.no_address
target=http://$NAME/
args=(-6)
proof="dig $NAME AAAA; curl -4 -sS $target"
proof_match="ANSWER: 0.*hello"
build() {
	net far
	dns "host-record=$NAME,$S4"
	http
}
