# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name leads to a network that two routers pass back and forth, over TLS.
expect_cause=path.loop
target=https://$NAME/
proof="ping -c1 -W2 $NAME; nc -vz -w2 $NAME 443"
proof_match='Time to live exceeded.*No route to host'
build() {
	net far
	dns "host-record=$NAME,198.18.7.7"
	route r1 198.18.0.0/15 "$R2"
}
