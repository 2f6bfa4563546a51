# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server is up, but nothing listens on that port.
expect_cause=port.refused
target=http://$NAME:$PORT/
proof="nc -vz -w2 $S4 $PORT; ping -c1 -W1 $S4"
proof_match='refused.* 0% packet loss'
build() {
	net far
	dns
	http 80
}
