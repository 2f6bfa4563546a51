# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A VPN's route covers the target, and its other end lets nothing through.
expect_cause=local.route_overlap expect_certainty=proven
target=http://$S4/
proof="ip route get $S4; nc -vz -w2 $S4 80; ip route del $SNET.0/24; nc -vz -w2 $S4 80"
proof_match='dev tun0.*timed out.*succeeded'
build() {
	net far 4
	http
	tun c tun0
	addr c tun0 10.8.0.6/24
	ip -n "$(ns c)" route add "$SNET.0/24" via 10.8.0.1
}
