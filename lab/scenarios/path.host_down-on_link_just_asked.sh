# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A neighbour that is switched off, and that another program asked for a second ago.
dead=$CNET.231
expect_cause=path.host_down
target=http://$dead:8080/
proof="nc -vz -w5 $dead 8080; ip neigh show $dead"
proof_match='No route to host.*(FAILED|INCOMPLETE)'
build() {
	net near
	bg c - nc -z -w5 "$dead" 443
	sleep 1.3
}
