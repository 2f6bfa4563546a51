# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server has no route back to the client.
expect_cause=path.silent
target=http://$S4/
proof="nc -vz -w2 $S4 80; ping -c1 -W1 $R2"
proof_match='timed out.* 0% packet loss'
build() {
	net far 4
	http
	ip -n "$(ns s)" route del default
	ip -n "$(ns s)" route add blackhole default
	rules r2 'forward ip saddr != 0.0.0.0 accept'
}
