# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A neighbour that answers ARP and nothing else.
expect_cause=path.silent
target=http://$S4:8080/
proof="nc -vz -w2 $S4 8080; ping -c1 -W1 $S4; ip neigh show $S4"
proof_match='timed out.*100% packet loss.*(REACHABLE|DELAY|STALE|PROBE)'
build() {
	net near 4
	http 8080
	rules s 'input iif eth0 drop'
}
