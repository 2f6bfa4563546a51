# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Over IPv6, somebody asked for the absent host just before.
dead=$SNET6::231
expect_cause=path.host_down
target=tcp://[$dead]:22
proof="nc -vz -w5 $dead 22; ping -c1 -W4 $dead"
proof_match='No route to host.*From.*unreachable'
build() {
	net one
	bg c - nc -z -w5 "$dead" 443
	sleep 1.5
}
