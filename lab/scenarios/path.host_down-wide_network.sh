# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A machine is switched off in a network of 65,534 addresses; others beside it answer.
expect_cause=path.host_down
target=tcp://$SNET.77:$PORT
proof="nc -vz -w5 $SNET.77 $PORT; ip neigh show $SNET.77; ping -c1 -W1 $SNET.78"
proof_match='No route to host.*(FAILED|INCOMPLETE).* 0% packet loss'
build() {
	local h
	net near 4
	host y
	link y eth0 r1 port3
	ip -n "$(ns r1)" link set port3 master lan0
	addr y eth0 "$SNET.78/16"
	for h in c:eth0:$C4 r1:lan0:$GW4; do
		IFS=: read -r h dev address <<<"$h"
		ip -n "$(ns "$h")" addr del "$address/24" dev "$dev"
		addr "$h" "$dev" "$address/16"
	done
	route c default "$GW4"
}
