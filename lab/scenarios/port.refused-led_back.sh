# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The router leads the own public address back inside, as it should, but the server is not running.
# shellcheck source=lab/outer.sh
. "$LAB/outer.sh"
expect_cause=port.refused
expect_certainty=likely
target=tcp://$OWN:$PORT
args=(--public)
env=("${outer_seen[@]}")
proof="curl -sS http://$D4/ip; nc -vz -w2 $S4 $PORT; nc -vz -w2 $OWN $PORT"
proof_match="^$OWN.*refused.*refused"
build() {
	net near 4
	outer
	outer_mirror
	outer_to "$S4"
	outer_back "$S4"
}
