# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# /etc/hosts gives the name the address that the program of --pid is connected to; DNS has another one.
expect_status=ok expect_finding=name.hosts_override
from=d
rights=root
target=http://$NAME/
args=(--pid "$(cat "$DIR/pid" 2>/dev/null || :)")
proof="getent ahostsv4 $NAME; ss -tn dst $S4B"
proof_match="^$S4B.*ESTAB.*$S4B:80"
build() {
	net far
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	dns
	http
	hosts "$S4B $NAME"
	client "$S4B" 80
}
