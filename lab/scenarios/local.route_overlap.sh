# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The bridge of a container network covers the destination.
expect_cause=local.route_overlap
target=tcp://$S4:$PORT
proof="ip route get $S4; nc -vz -w6 $S4 $PORT; ip neigh show dev docker0"
proof_match='docker0.*No route to host.*(FAILED|INCOMPLETE)'
build() {
	net far 4
	http "$PORT"
	ip -n "$(ns c)" link add docker0 type bridge
	ip -n "$(ns c)" link set docker0 up
	link c veth1 r1 spare0
	ip -n "$(ns c)" link set veth1 master docker0
	ip -n "$(ns c)" addr add "$SNET.1/24" dev docker0
}
