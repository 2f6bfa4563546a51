# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A router forbids it over IPv6: programs say "Permission denied".
expect_cause=path.rejected
target="http://[$S6]:8080/"
proof="nc -vz -w2 $S6 8080"
proof_match='Permission denied'
build() {
	net far
	http 8080
	rules r2 'forward tcp dport 8080 reject with icmpx admin-prohibited'
}
