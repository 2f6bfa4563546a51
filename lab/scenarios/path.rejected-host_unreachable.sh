# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A router's rule answers "host unreachable", but only for that port.
expect_cause=path.rejected
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT; nc -vz -w2 $S4 443"
proof_match='No route to host.*succeeded'
build() {
	net far
	http "$PORT"
	tcp 443 silent
	rules r2 "forward tcp dport $PORT reject with icmp type host-unreachable"
}
