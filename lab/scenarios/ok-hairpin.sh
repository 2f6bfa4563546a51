# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The own public address works from inside: the router leads it back (hairpin NAT).
# shellcheck source=lab/outer.sh
. "$LAB/outer.sh"
expect_status=ok
target=tcp://$OWN:$PORT
args=(--public)
env=("${outer_seen[@]}")
proof="curl -sS http://$D4/ip; nc -vz -w2 $S4 $PORT; nc -vz -w2 $OWN $PORT"
proof_match="^$OWN.*succeeded.*succeeded"
build() {
	net near 4
	tcp "$PORT" silent
	outer
	outer_mirror
	outer_to "$S4"
	outer_back "$S4"
}
