# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The router translates what comes in from outside only and refuses it from inside; a third party sees that very address.
# shellcheck source=lab/outer.sh
. "$LAB/outer.sh"
expect_cause=path.hairpin
expect_certainty=possible
target=tcp://$OWN:$PORT
args=(--public)
env=("${outer_seen[@]}")
proof="curl -sS http://$D4/ip; nc -vz -w2 $S4 $PORT; nc -vz -w2 $OWN $PORT"
proof_match="^$OWN.*succeeded.*refused"
build() {
	net near 4
	tcp "$PORT" silent
	outer
	outer_mirror
	outer_to "$S4" "iif wan0"
}
