# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same over IPv6 only.
expect_cause=port.refused
target="http://[$S6]:$PORT/"
proof="nc -vz -w2 $S6 $PORT; ping -6 -c1 -W1 $S6"
proof_match='refused.* 0% packet loss'
build() {
	net far
	http 80
}
