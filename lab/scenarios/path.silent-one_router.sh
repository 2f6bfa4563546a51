# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The only router drops everything for that host.
expect_cause=path.silent
target=tcp://$S4:5432
proof="nc -vz -w2 $S4 5432; ping -c1 -W1 $S4"
proof_match='timed out.*100% packet loss'
build() {
	net one
	tcp 5432 silent
	rules r1 "forward ip daddr $S4 drop"
}
