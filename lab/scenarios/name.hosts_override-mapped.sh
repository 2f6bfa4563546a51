# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A line of /etc/hosts with an IPv4 address written as an IPv6 one leads to another machine.
expect_cause=name.hosts_override
target=http://$NAME/
proof="getent ahosts $NAME; dig +short $NAME; curl -sS $target; curl -sS --resolve $NAME:80:$S4 $target"
proof_match="::ffff:$GW4 .*$S4\n.*curl: \(7\).*hello"
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	hosts "::ffff:$GW4 $NAME"
}
