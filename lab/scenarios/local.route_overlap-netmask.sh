# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The network mask is that of the address's old class: what is far looks like a neighbour.
expect_cause=local.route_overlap
[ -z "${LAB_ROOT-}" ] && expect_certainty=possible || expect_certainty=proven
target=tcp://$S4:$PORT
proof="ip route get $S4; nc -vz -w6 $S4 $PORT; ip neigh show $S4; ip route add $SNET.0/24 via $GW4; nc -vz -w2 $S4 $PORT"
proof_match='No route to host.*(FAILED|INCOMPLETE).*succeeded'
build() {
	net far 4
	http "$PORT"
	ip -n "$(ns c)" addr del "$C4/24" dev eth0
	addr c eth0 "$C4/16"
	route c default "$GW4"
}
