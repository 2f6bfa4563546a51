# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No machine has that address on the server's network.
expect_cause=path.host_down
target=tcp://$SNET.$((RANDOM % 20 + 220)):22
proof="nc -vz -w5 $SNET.221 22; ping -c1 -W4 $SNET.221"
proof_match='No route to host.*From.*Unreachable'
build() {
	net far
}
