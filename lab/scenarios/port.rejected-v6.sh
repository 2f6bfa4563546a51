# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Over IPv6 programs say "Permission denied".
expect_cause=port.rejected
target="http://[$S6]:$PORT/"
proof="nc -vz -w2 $S6 $PORT; ping -6 -c1 -W1 $S6"
proof_match='Permission denied.* 0% packet loss'
build() {
	net far
	http "$PORT"
	rules s "input tcp dport $PORT reject with icmpx admin-prohibited"
}
