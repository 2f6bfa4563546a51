# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The default route is gone; the target is an address.
expect_cause=local.no_route
target=tcp://$S4:$PORT
proof="ip route; nc -vz -w2 $S4 $PORT; ping -c1 -W1 $GW4"
proof_match='(?!default).*unreachable.* 0% packet loss'
build() {
	net far
	http "$PORT"
	ip -n "$(ns c)" route del default
}
