# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A route of type unreachable on this host.
expect_cause=local.route_reject
target=http://$NAME/
proof="ip route show type unreachable; nc -vz -w2 $S4 80; ping -c1 -W1 $SGW4"
proof_match='unreachable.*(Invalid argument|No route to host|Permission denied).* 0% packet loss'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	ip -n "$(ns c)" route add unreachable "$S4/32"
}
