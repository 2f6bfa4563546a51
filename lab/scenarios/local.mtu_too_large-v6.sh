# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Jumbo frames here and at the server, IPv6 only, and a first link that carries 1500.
long=$(printf 'q%.0s' {1..6000})
expect_cause=local.mtu_too_large
target="http://[$S6]:$PORT/?$long"
proof="curl -sS -m 3 '$target'; curl -sS 'http://[$S6]:$PORT/'; ping -6 -c1 -W1 -M do -s 8900 $GW6"
proof_match='curl: \(28\).*hello.*100% packet loss'
build() {
	net one 6
	http "$PORT"
	ip -n "$(ns c)" link set eth0 mtu 9000
	ip -n "$(ns r1)" link set srv0 mtu 9000
	ip -n "$(ns s)" link set eth0 mtu 9000
	real_mtu c eth0
}
