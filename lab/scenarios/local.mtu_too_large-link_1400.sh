# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# MTU 1500 here, as everywhere, on a link to the gateway that carries 1400: a long request vanishes.
long=$(printf 'q%.0s' {1..2000})
expect_cause=local.mtu_too_large
target="http://$NAME/?$long"
proof="curl -sS -m 3 '$target'; ping -c1 -W1 -M do -s 1472 $GW4; ping -c1 -W1 -M do -s 1340 $GW4"
proof_match='curl: \(28\).*100% packet loss.* 0% packet loss'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	real_mtu c eth0
	ip -n "$(ns r1)" link set lan0 mtu 1400
}
