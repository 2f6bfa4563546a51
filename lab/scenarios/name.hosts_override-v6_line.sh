# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A forgotten line of /etc/hosts has an IPv6 address only, of a machine that is gone; DNS has a working IPv4 one.
expect_cause=name.hosts_override
target=http://$NAME/
proof="getent ahosts $NAME; curl -sS -m 3 $target; curl -sS --resolve $NAME:80:$S4 $target"
proof_match="^$SNET6::dead .*curl: \\(.*hello"
build() {
	net far
	dns "host-record=$NAME,$S4"
	http
	hosts "$SNET6::dead $NAME"
}
