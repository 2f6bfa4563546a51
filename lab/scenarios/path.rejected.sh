# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A router forbids the port and says so.
expect_cause=path.rejected
target=tcp://$S4:3306
proof="nc -vz -w2 $S4 3306; nc -vz -w2 $S4 80"
proof_match='No route to host.*succeeded'
build() {
	net far
	http
	tcp 3306 silent
	rules r2 'forward tcp dport 3306 reject with icmpx admin-prohibited'
}
