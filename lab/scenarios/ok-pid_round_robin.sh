# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A name that has one address of many at a time: that of the program of --pid is not today's.
expect_status=ok
from=d
rights=root
target=http://$NAME/
args=(--pid "$(cat "$DIR/pid" 2>/dev/null || :)")
proof="for i in 1 2 3; do dig +short $NAME A; done | sort -u | wc -l; ss -tn dst $S4B"
proof_match="^3.*ESTAB.*$S4B:80"
build() {
	net far
	ip -n "$(ns s)" addr add "$S4B/24" dev eth0
	dns_py rotate "$NAME=$S4" "$NAME=$SNET.250" "$NAME=$SNET.251" "$NAME=$SNET.252" "$NAME=$SNET.253" "$NAME=$S4B"
	for i in 0 1 2 3; do ip -n "$(ns s)" addr add "$SNET.25$i/24" dev eth0; done
	http
	client "$S4B" 80
}
