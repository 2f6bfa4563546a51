# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The public name of a server at home, used at home: the router translates, but the server answers directly.
# shellcheck source=lab/outer.sh
. "$LAB/outer.sh"
expect_cause=path.hairpin
target=tcp://$OWN:$PORT
proof="nc -vz -w2 $S4 $PORT; nc -vz -w2 $OWN $PORT; traceroute -n -T -p $PORT -m1 -q1 $OWN"
proof_match="succeeded.*timed out.* 1  $OWN"
build() {
	net near 4
	tcp "$PORT" silent
	outer
	outer_to "$S4"
}
