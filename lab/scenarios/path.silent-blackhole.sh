# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A router throws the packets for that network away without a word.
expect_cause=path.silent
target=https://$NAME/
proof="nc -vz -w2 $S4 443; ping -c1 -W1 $R2"
proof_match='timed out.* 0% packet loss'
build() {
	net far 4
	site
	https leaf
	ip -n "$(ns r2)" route add blackhole "$S4/32"
}
