# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A neighbour on the own network that is switched off.
expect_cause=path.host_down
target=http://$CNET.$((RANDOM % 20 + 220)):8080/
proof="nc -vz -w5 $CNET.221 8080; ip neigh show $CNET.221; ping -c1 -W1 $GW4"
proof_match='No route to host.*(FAILED|INCOMPLETE).* 0% packet loss'
build() {
	net near
}
