# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Cable and radio are in networks of one prefix, and the other one's route wins.
expect_cause=local.route_overlap expect_certainty=proven
target=tcp://$S4:$PORT
proof="ip route get $S4; nc -vz -w6 $S4 $PORT; ip route del $CNET.0/24 dev wlan0; nc -vz -w2 $S4 $PORT"
proof_match='dev wlan0.*No route to host.*succeeded'
build() {
	net near 4
	http "$PORT"
	host x
	link c wlan0 x eth0
	addr x eth0 "$CNET.251/24"
	ip -n "$(ns c)" addr add "$CNET.250/24" dev wlan0 noprefixroute
	ip -n "$(ns c)" route del "$CNET.0/24" dev eth0
	ip -n "$(ns c)" route add "$CNET.0/24" dev wlan0 metric 50 src "$CNET.250"
	ip -n "$(ns c)" route add "$CNET.0/24" dev eth0 metric 600 src "$C4"
}
