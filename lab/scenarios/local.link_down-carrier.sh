# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The cable is out: the interface is up, without carrier.
expect_cause=local.link_down
target=tcp://$S4:$PORT
proof="ip -br link show eth0; nc -vz -w5 $S4 $PORT"
proof_match='(DOWN|NO-CARRIER).*(No route|unreachable|timed out)'
build() {
	net far
	http "$PORT"
	ip -n "$(ns r1)" link set lan0 down
}
