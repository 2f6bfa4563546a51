# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# INPUT has the policy DROP and nothing lets answers of connections in, but DNS.
expect_cause=local.firewall_drop
target=https://$NAME/
proof="getent ahostsv4 $NAME; nc -vz -w2 $S4 443; nc -vz -w2 $S4 80; ping -c1 -W1 $GW4"
proof_match="$S4.*timed out.*timed out.*100% packet loss"
build() {
	net far 4
	site
	https leaf
	on c iptables -P INPUT DROP
	on c iptables -A INPUT -i lo -j ACCEPT
	on c iptables -A INPUT -p udp --sport 53 -j ACCEPT
}
