# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The hosts line differs from DNS, but DNS's address refuses as well.
expect_cause=port.refused
target=http://$NAME:$PORT/
proof="curl -sS -m 5 $target; nc -vz -w2 $S4 $PORT"
proof_match='connect to server.*refused'
build() {
	net far
	dns
	http 80
	hosts "$D4 $NAME"
}
